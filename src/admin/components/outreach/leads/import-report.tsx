import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ImportReport as Report } from "../../../lib/outreach/types"

/** A file may have a hundred thousand bad rows. */
const SHOWN = 20

interface ImportReportProps {
  report: Report
  onDismiss: () => void
}

/** What an import made of its rows: how many, and which it refused and why. */
export const ImportReport = ({ report, onDismiss }: ImportReportProps) => {
  const { t } = useTranslation("outreach")
  const { created, updated, skipped, errors } = report
  const isGroup = updated !== undefined
  const sums = [
    t("leads.created", { count: created }),
    ...(isGroup ? [t("leads.updated", { count: updated })] : []),
    t("leads.skipped", { count: skipped }),
    ...(errors.length === 0 ? [] : [t("leads.refused", { count: errors.length })]),
  ]
  return (
    <div className="px-6 py-4">
      <Alert variant={errors.length > 0 ? "warning" : "success"} role="status">
        <p className="txt-compact-small-plus">{t("leads.report")}</p>
        <p>{sums.join(" · ")}</p>
        {errors.length > 0 && (
          <ul className="list-disc pl-4 pt-2">
            {errors.slice(0, SHOWN).map(({ line, email, reason }, place) => (
              <li key={place} className="break-words">
                {/* A place in a customer group says nothing, unlike a line of a file. */}
                {(isGroup && email) || (line === undefined ? email : t("leads.line", { line }))}
                {": "}
                {reason}
              </li>
            ))}
          </ul>
        )}
        {errors.length > SHOWN && <p>{t("leads.more", { count: errors.length - SHOWN })}</p>}
        <div className="pt-2">
          <Button type="button" size="small" variant="secondary" onClick={onDismiss}>
            {t("leads.dismiss")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
