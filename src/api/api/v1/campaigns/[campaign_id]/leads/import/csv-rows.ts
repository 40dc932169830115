import { isUtf8 } from "node:buffer"
import { toColumns, refused, type Column } from "./csv-header"
import { readRecords, UnreadableCsv, type CsvRecord } from "./csv-records"
import { refuse, toLeadRow, type LeadRow } from "./lead-row"
import { withoutByteOrderMark } from "./without-byte-order-mark"

/**
 * The leads of a CSV file, row by row as it arrives. The first row that is not blank is the header.
 * Where the file cannot be read on, that is the last row's complaint.
 *
 * @throws MedusaError INVALID_DATA for a file without a usable header
 */
export async function* readCsvRows(stream: AsyncIterable<Buffer>): AsyncGenerator<LeadRow> {
  let columns: Column[] | undefined
  try {
    for await (const record of readRecords(withoutByteOrderMark(stream))) {
      if (record.cells.every((cell) => cell.trim() === "")) continue
      if (columns) yield toRow(columns, record)
      else columns = toColumns(record.cells.map(toText).map((title) => title ?? notUtf8()))
    }
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error
    if (!columns) throw refused(error.message)
    yield refuse(error.line, `${error.message}. Nothing was read from this line on`)
  }
  if (!columns) throw refused("the file is empty")
}

function toRow(columns: readonly Column[], { line, cells }: CsvRecord): LeadRow {
  const lead: [string, string][] = []
  const attributes: [string, string][] = []
  const complaints: string[] = []
  cells.forEach((cell, place) => {
    const column = columns[place]
    const text = toText(cell)?.trim()
    const where = column ? `Column '${column.name}'` : `Column ${place + 1}`
    if (text === undefined) complaints.push(`${where}: it is not UTF-8`)
    else if (text === "") return
    else if (column) (column.isAttribute ? attributes : lead).push([column.name, text])
    else complaints.push(`${where}: it has a value, but the header has no name for it`)
  })
  const candidate = Object.fromEntries<unknown>(lead)
  if (complaints.length > 0) return refuse(line, complaints.slice(0, 3).join("; "), candidate)
  return toLeadRow(line, { ...candidate, attributes: Object.fromEntries(attributes) })
}

/** @returns null for a cell that is not UTF-8 */
function toText(cell: string): string | null {
  const bytes = Buffer.from(cell, "latin1")
  return isUtf8(bytes) ? bytes.toString("utf8") : null
}

function notUtf8(): never {
  throw refused("it is not UTF-8. Save the file as UTF-8")
}
