import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { outcomeOf } from "../../../lib/playground/batch-outcome"
import type { Batch } from "../../../lib/playground/types"

const COLORS = {
  running: "blue",
  finished: "green",
  partly: "orange",
  nothing: "red",
  cancelled: "orange",
} as const

export const BatchStatusBadge = (batch: Pick<Batch, "status" | "counts">) => {
  const { t } = useTranslation("playground")
  const outcome = outcomeOf(batch)
  return <StatusBadge color={COLORS[outcome]}>{t(`batchStatus.${outcome}`)}</StatusBadge>
}
