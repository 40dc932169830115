import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ImportReport as Report } from "../../../lib/outreach/import-types"
import { ImportNotes } from "./import/import-notes"
import { RefusedRows } from "./import/refused-rows"
import { useImportSums } from "./import/use-import-sums"

const SHOWN = 20

interface ImportReportProps {
  report: Report
  /** Null: the leads came from elsewhere. */
  file: File | null
  onDismiss: () => void
}

/** What an import made of its rows: how many, and which it refused and why. */
export const ImportReport = ({ report, file, onDismiss }: ImportReportProps) => {
  const { t } = useTranslation("outreach")
  const sums = useImportSums()
  const { errors, notes = [], encoding } = report
  return (
    <div className="px-6 py-4">
      <Alert variant={errors.length > 0 ? "warning" : "success"} role="status">
        <p className="txt-compact-small-plus">{t("leads.report")}</p>
        <p>{sums(report).join(" · ")}</p>
        <ImportNotes notes={notes} />
        <RefusedRows rows={errors} shown={SHOWN} file={file} encoding={encoding} />
        <div className="pt-2">
          <Button type="button" size="small" variant="secondary" onClick={onDismiss}>
            {t("leads.dismiss")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
