import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Batch } from "../../../lib/playground/types"

const COLORS = { running: "blue", finished: "green", cancelled: "orange" } as const

export const BatchStatusBadge = ({ status }: Pick<Batch, "status">) => {
  const { t } = useTranslation("playground")
  return <StatusBadge color={COLORS[status]}>{t(`batchStatus.${status}`)}</StatusBadge>
}
