import type { RefusedRow } from "./import-types"

interface RefusedRowsCsv {
  rows: readonly RefusedRow[]
  /** Names of the four columns. */
  titles: { line: string; email: string; reason: string; row: string }
  reasonOf: (row: RefusedRow) => string
  /** Lines of the file as they are; empty where there was none. */
  lines: readonly string[]
}

const MAX_ROW_LENGTH = 1000
/** Spreadsheets run a cell that begins so, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell that a spreadsheet shows and never runs (https://owasp.org/www-community/attacks/CSV_Injection). */
export const toHarmlessCell = (text: string) =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Refused rows with their reasons, for a spreadsheet: with a byte order mark, which Excel needs. */
export function toRefusedRowsCsv({ rows, titles, reasonOf, lines }: RefusedRowsCsv): string {
  const table = rows.map((row) => [
    row.line === undefined ? "" : String(row.line),
    row.email ?? "",
    reasonOf(row),
    (row.line === undefined ? "" : (lines[row.line - 1] ?? "")).slice(0, MAX_ROW_LENGTH),
  ])
  const header = [titles.line, titles.email, titles.reason, titles.row]
  const text = [header, ...table].map((cells) => cells.map(toHarmlessCell).join(",")).join("\r\n")
  return `\ufeff${text}\r\n`
}

/** The lines of a text file, decoded as the import decoded it. */
export async function readLines(file: Blob, encoding = "utf-8"): Promise<string[]> {
  const text = new TextDecoder(encoding).decode(await file.arrayBuffer())
  return text.split(/\r\n|\n|\r/)
}
