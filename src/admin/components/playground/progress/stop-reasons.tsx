import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LeadProgress } from "../../../lib/playground/types"

/** Why drafts were given up that nobody cancelled: a cap on tokens or costs, for example. */
export const StopReasons = ({ leads }: { leads: readonly LeadProgress[] }) => {
  const { t } = useTranslation("playground")
  const reasons = leads.flatMap(({ status, error }) =>
    status === "cancelled" && error ? [error.message] : []
  )
  if (reasons.length === 0) return null
  return (
    <Alert variant="warning">
      <p className="txt-compact-small-plus">{t("progress.stopped")}</p>
      {[...new Set(reasons)].map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </Alert>
  )
}
