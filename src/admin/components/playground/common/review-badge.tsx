import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"

const COLORS = { pending: "grey", approved: "green", rejected: "red" } as const

export const ReviewBadge = ({ status }: { status: Draft["review_status"] }) => {
  const { t } = useTranslation("playground")
  return <StatusBadge color={COLORS[status]}>{t(`reviewStatus.${status}`)}</StatusBadge>
}
