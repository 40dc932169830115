import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { saveFile } from "../../../lib/common/save-file"
import { readLines, toRefusedRowsCsv } from "../../../lib/outreach/refused-rows-csv"
import type { ImportReport as Report } from "../../../lib/outreach/import-types"
import { ImportNotes } from "./import/import-notes"
import { useImportSums } from "./import/use-import-sums"
import { useRowReason } from "./import/use-row-reason"

/** A file may have a hundred thousand bad rows. */
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
  const reasonOf = useRowReason()
  const { errors, notes = [], encoding } = report
  const download = async () => {
    const titles = {
      line: t("leads.csv.line"),
      email: t("leads.columns.email"),
      reason: t("leads.csv.reason"),
      row: t("leads.csv.row"),
    }
    const lines = file ? await readLines(file, encoding) : []
    const csv = toRefusedRowsCsv({ rows: errors, titles, reasonOf, lines })
    saveFile(csv, t("leads.csv.file"), "text/csv")
  }
  return (
    <div className="px-6 py-4">
      <Alert variant={errors.length > 0 ? "warning" : "success"} role="status">
        <p className="txt-compact-small-plus">{t("leads.report")}</p>
        <p>{sums(report).join(" · ")}</p>
        <ImportNotes notes={notes} />
        {errors.length > 0 && (
          <ul className="list-disc pl-4 pt-2">
            {errors.slice(0, SHOWN).map((row, place) => (
              <li key={place} className="break-words">
                {/* A place in a customer group says nothing, unlike a line of a file. */}
                {(!file && row.email) ||
                  (row.line === undefined ? row.email : t("leads.line", { line: row.line }))}
                {": "}
                {reasonOf(row)}
              </li>
            ))}
          </ul>
        )}
        {errors.length > SHOWN && <p>{t("leads.more", { count: errors.length - SHOWN })}</p>}
        <div className="flex flex-wrap gap-2 pt-2">
          {errors.length > 0 && (
            <Button type="button" size="small" variant="secondary" onClick={() => void download()}>
              {t("leads.download", { count: errors.length })}
            </Button>
          )}
          <Button type="button" size="small" variant="secondary" onClick={onDismiss}>
            {t("leads.dismiss")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
