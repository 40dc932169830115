import { toCsv } from "../common/csv"
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

/** Refused rows with their reasons, for a spreadsheet. */
export function toRefusedRowsCsv({ rows, titles, reasonOf, lines }: RefusedRowsCsv): string {
  const table = rows.map((row) => [
    row.line === undefined ? "" : String(row.line),
    row.email ?? "",
    reasonOf(row),
    (row.line === undefined ? "" : (lines[row.line - 1] ?? "")).slice(0, MAX_ROW_LENGTH),
  ])
  return toCsv([[titles.line, titles.email, titles.reason, titles.row], ...table])
}

/** The lines of a text file, decoded as the import decoded it. */
export async function readLines(file: Blob, encoding = "utf-8"): Promise<string[]> {
  const text = new TextDecoder(encoding).decode(await file.arrayBuffer())
  return text.split(/\r\n|\n|\r/)
}
