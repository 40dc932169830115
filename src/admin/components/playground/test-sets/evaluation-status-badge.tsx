import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Evaluation } from "../../../lib/playground/evaluation-types"

const COLORS = { pending: "blue", passed: "green", failed: "red" } as const

export const EvaluationStatusBadge = ({ status }: Pick<Evaluation, "status">) => {
  const { t } = useTranslation("testSets")
  return <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge>
}
