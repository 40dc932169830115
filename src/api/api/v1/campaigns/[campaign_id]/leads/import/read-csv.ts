import { matchColumns } from "./columns"
import type { ColumnMap } from "./column-map"
import { isBlankRow, readRecords, UnreadableCsv, type CsvRecord } from "./csv-records"
import { CsvReport } from "./csv-report"
import { decodeUtf8, decodeWindows1252 } from "./decode-cell"
import { openFile } from "./file-start"
import { findHeader, type CsvLayout } from "./find-header"
import { refuse, type LeadRow } from "./lead-row"
import { refused } from "./refused"
import { RowReader } from "./row-reader"

/** A CSV file whose header has been read. */
export interface CsvFile {
  /** What was found out; what is counted is whole when the rows have been read. */
  report: CsvReport
  /** The leads, row by row as they arrive. Where the file cannot be read on, that is the last row's problem. */
  rows: AsyncGenerator<LeadRow>
}

/**
 * Reads the first rows of a CSV file and says what its columns are.
 *
 * @throws MedusaError INVALID_DATA for a file that is empty, too long in its header or no text at all
 */
export async function readCsv(
  stream: AsyncIterable<Buffer>,
  map: ColumnMap = new Map()
): Promise<CsvFile> {
  const file = await openFile(stream)
  const layout = findHeader(file)
  const records = readRecords(skipBytes(file.bytes, layout.skippedBytes), {
    delimiter: layout.delimiter,
    firstLine: layout.skippedBytes > 0 ? 2 : 1,
  })
  const first = await readHeader(records, layout)
  const titles = toTitles(layout, first)
  const { columns, questions } = matchColumns(titles, layout, map)
  for (const name of map.keys()) {
    if (!columns.some((column) => column.header === name)) {
      throw refused(
        "column_unknown",
        `map names the column '${name.slice(0, 100)}', which the file does not have`
      )
    }
  }
  const report = new CsvReport({ layout, file, titles, columns, questions })
  const reader = new RowReader(columns, report, file.markBytes > 0)
  return { report, rows: readRows(layout.headerRows > 0 ? null : first, records, reader) }
}

/** A name for each column, whether the file has a header or not. */
function toTitles({ headerRows, joinedTitles }: CsvLayout, { cells }: CsvRecord): string[] {
  if (headerRows === 0) return cells.map((_, place) => `Column ${place + 1}`)
  return joinedTitles ?? cells.map((cell) => decodeUtf8(cell) ?? decodeWindows1252(cell))
}

/** @returns the header's last row, or the first lead's where there is none */
async function readHeader(
  records: AsyncGenerator<CsvRecord>,
  { preamble, headerRows }: CsvLayout
): Promise<CsvRecord> {
  const rowsBefore = preamble + Math.max(headerRows - 1, 0)
  try {
    for (let passed = 0; ;) {
      const record = await records.next()
      if (record.done) throw refused("file_empty", "the file is empty")
      if (isBlankRow(record.value.cells)) continue
      if (passed === rowsBefore) return record.value
      passed += 1
    }
  } catch (error) {
    if (error instanceof UnreadableCsv) throw refused("header_unreadable", error.message)
    throw error
  }
}

async function* readRows(
  first: CsvRecord | null,
  records: AsyncGenerator<CsvRecord>,
  reader: RowReader
): AsyncGenerator<LeadRow> {
  const firstRow = first && reader.read(first)
  if (firstRow) yield firstRow
  try {
    for await (const record of records) {
      const row = isBlankRow(record.cells) ? null : reader.read(record)
      if (row) yield row
    }
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error
    yield refuse(error.line, {
      code: "unreadable_from_here",
      params: { problem: error.problem },
      reason: `${error.message}. Nothing was read from this line on`,
    })
  }
}

async function* skipBytes(pieces: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count
  for await (const piece of pieces) {
    const skipped = Math.min(left, piece.length)
    left -= skipped
    if (skipped < piece.length) yield piece.subarray(skipped)
  }
}
