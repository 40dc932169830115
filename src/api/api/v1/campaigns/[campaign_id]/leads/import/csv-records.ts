import { CsvError, parse, type Options, type Parser } from "csv-parse"
import { cleanText } from "./clean-cell"
import { decodeUtf8, decodeWindows1252 } from "./decode-cell"

/** The longest record, in bytes: the longest lead there may be, with every quote in it doubled. */
export const MAX_RECORD_BYTES = 128 * 1024

/** Why a file cannot be read any further, in words. */
const UNREADABLE = {
  record_too_long: `longer than ${MAX_RECORD_BYTES} bytes: is a quote opened here and never closed?`,
  quote_open: "a quote is opened here and never closed",
} as const
export const UNREADABLE_CODES = Object.keys(UNREADABLE)
type Unreadable = keyof typeof UNREADABLE

/** The cells of a record, a byte a character, and the line on which it begins. */
export interface CsvRecord {
  line: number
  cells: string[]
}

/** Bytes of a cell that may hold nothing but characters that nobody sees: all beyond ASCII, and few. */
const MAYBE_INVISIBLE = /^[\s\x80-\xff]{1,24}$/

/** True for a row that nobody filled in, whichever delimiter it is read with. */
export const isBlankRow = (cells: readonly string[]) =>
  cells.every(
    (cell) =>
      !/[^\s,;|]/.test(cell) ||
      (MAYBE_INVISIBLE.test(cell) && cleanText(decodeUtf8(cell) ?? decodeWindows1252(cell)) === "")
  )

/** The rest of the file cannot be told apart into records. */
export class UnreadableCsv extends Error {
  constructor(
    readonly line: number,
    readonly problem: Unreadable
  ) {
    super(UNREADABLE[problem])
    this.name = "UnreadableCsv"
  }
}

/** How every file is read, its first rows and all of it. */
export const csvOptions = (delimiter: string) =>
  ({
    delimiter,
    encoding: "latin1",
    max_record_size: MAX_RECORD_BYTES,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    // A file may hold millions: a record of each cost the parser 5 µs, five seconds for a megabyte.
    skip_empty_lines: true,
  }) satisfies Options

/**
 * The records of a CSV stream but for empty lines, one piece of the stream at a time. Cells come as
 * bytes (latin1), so that one that is not UTF-8 can be told from one that is.
 *
 * @param options.firstLine the line of the file on which the stream begins
 * @throws UnreadableCsv after all records before the unreadable one
 */
export async function* readRecords(
  stream: AsyncIterable<Buffer>,
  { delimiter, firstLine }: { delimiter: string; firstLine: number }
): AsyncGenerator<CsvRecord> {
  const records: CsvRecord[] = []
  /** But for the empty lines before, which the parser counts. */
  let line = firstLine
  let bytesOfOneRecord = 0
  const parser = parse({
    ...csvOptions(delimiter),
    // Not by way of the parser's own output, which is thrown away with what it holds on an error.
    on_record: (cells: string[]) => {
      bytesOfOneRecord = 0
      records.push({ line: currentLine(), cells })
      line += 1 + countLines(cells)
      return null
    },
  })
  const currentLine = () => line + parser.info.empty_lines
  // Each piece's own callback tells of its error; without a listener it would end the process as well.
  parser.on("error", () => {})
  try {
    for await (const piece of stream) {
      // The parser's own limit counts what is in the cells, and so not one of a million commas.
      bytesOfOneRecord += piece.length
      const emptyLines = parser.info.empty_lines
      const problem = await feed(parser, piece)
      if (parser.info.empty_lines > emptyLines) bytesOfOneRecord = 0
      yield* records.splice(0)
      if (problem) throw new UnreadableCsv(currentLine(), problem)
      if (bytesOfOneRecord > MAX_RECORD_BYTES) {
        throw new UnreadableCsv(currentLine(), "record_too_long")
      }
    }
    const problem = await feed(parser, null)
    yield* records.splice(0)
    if (problem) throw new UnreadableCsv(currentLine(), problem)
  } finally {
    parser.destroy()
  }
}

/** @returns why the parser will not go on; null when it will */
async function feed(parser: Parser, piece: Buffer | null): Promise<Unreadable | null> {
  const error = await new Promise<Error | null | undefined>((resolve) => {
    if (piece) parser.write(piece, resolve)
    else parser.end(resolve)
  })
  if (!error) return null
  if (!(error instanceof CsvError)) throw error
  return error.code === "CSV_MAX_RECORD_SIZE" ? "record_too_long" : "quote_open"
}

const countLines = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
