import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { saveFile } from "../../../../lib/common/save-file"
import type { RefusedRow } from "../../../../lib/outreach/import-types"
import { readLines, toRefusedRowsCsv } from "../../../../lib/outreach/refused-rows-csv"
import { useRowReason } from "./use-row-reason"

interface RefusedRowsProps {
  rows: readonly RefusedRow[]
  /** How many are told here: a file may have a hundred thousand. */
  shown: number
  /** Null: the leads came from elsewhere. */
  file: File | null
  /** How the file's text is written. */
  encoding?: string
}

/** Which rows were refused and why, and all of them as a file. Nothing where there is none. */
export const RefusedRows = ({ rows, shown, file, encoding }: RefusedRowsProps) => {
  const { t } = useTranslation("outreach")
  const reasonOf = useRowReason()
  if (rows.length === 0) return null
  const download = async () => {
    const titles = {
      line: t("leads.csv.line"),
      email: t("leads.columns.email"),
      reason: t("leads.csv.reason"),
      row: t("leads.csv.row"),
    }
    const lines = file ? await readLines(file, encoding) : []
    const csv = toRefusedRowsCsv({ rows, titles, reasonOf, lines })
    saveFile(csv, t("leads.csv.file"), "text/csv")
  }
  return (
    <div>
      <ul className="list-disc pl-4 pt-2">
        {rows.slice(0, shown).map((row, place) => (
          <li key={place} className="break-words">
            {/* A place in a customer group says nothing, unlike a line of a file. */}
            {(!file && row.email) ||
              (row.line === undefined ? row.email : t("leads.line", { line: row.line }))}
            {": "}
            {reasonOf(row)}
          </li>
        ))}
      </ul>
      {rows.length > shown && <p>{t("leads.more", { count: rows.length - shown })}</p>}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="mt-2"
        onClick={() => void download()}
      >
        {t("leads.download", { count: rows.length })}
      </Button>
    </div>
  )
}
