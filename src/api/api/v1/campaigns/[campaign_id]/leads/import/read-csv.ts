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
  const header = await readHeader(records, layout)
  const titles = header.cells.map((cell) => decodeUtf8(cell) ?? decodeWindows1252(cell))
  const headers = layout.hasHeader ? titles : titles.map((_, place) => `Column ${place + 1}`)
  const { columns, questions } = matchColumns(headers, layout.rows, map)
  for (const name of map.keys()) {
    if (!columns.some((column) => column.header === name)) {
      throw refused(`map names the column '${name.slice(0, 100)}', which the file does not have`)
    }
  }
  const report = new CsvReport({ layout, file, titles: headers, columns, questions })
  const reader = new RowReader(columns, report, file.markBytes > 0)
  return { report, rows: readRows(layout.hasHeader ? null : header, records, reader) }
}

async function readHeader(
  records: AsyncGenerator<CsvRecord>,
  { preamble }: CsvLayout
): Promise<CsvRecord> {
  try {
    for (let passed = 0; ;) {
      const record = await records.next()
      if (record.done) throw refused("the file is empty")
      if (isBlankRow(record.value.cells)) continue
      if (passed === preamble) return record.value
      passed += 1
    }
  } catch (error) {
    if (error instanceof UnreadableCsv) throw refused(error.message)
    throw error
  }
}

async function* readRows(
  first: CsvRecord | null,
  records: AsyncGenerator<CsvRecord>,
  reader: RowReader
): AsyncGenerator<LeadRow> {
  if (first) yield reader.read(first)
  try {
    for await (const record of records) {
      if (!isBlankRow(record.cells)) yield reader.read(record)
    }
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error
    yield refuse(error.line, {
      code: "unreadable_from_here",
      params: { problem: error.message },
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
