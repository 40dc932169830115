import { refused } from "./refused"
import { detectEncoding, otherFormat, type FileStart } from "./detect-encoding"

/** Enough for the first rows of any list, and less than a slow sender needs a second for. */
const SAMPLE_BYTES = 16 * 1024

export interface OpenedFile extends FileStart {
  /** The first bytes, as UTF-8 unless they are Windows-1252. */
  sample: Buffer
  /** True when the sample is the whole file. */
  isWhole: boolean
  /** All of the file, as the sample is: without a mark, UTF-16 as UTF-8. */
  bytes: AsyncIterable<Buffer>
}

/**
 * Reads as far as it takes to know what the file is.
 *
 * @throws MedusaError INVALID_DATA for what is no text by its first bytes
 */
export async function openFile(stream: AsyncIterable<Buffer>): Promise<OpenedFile> {
  const pieces = stream[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  let isWhole = false
  while (start.length < SAMPLE_BYTES && !isWhole) {
    const piece = await pieces.next()
    if (piece.done) isWhole = true
    else start = Buffer.concat([start, piece.value])
  }
  const format = otherFormat(start)
  if (format) {
    throw refused(
      "file_is_no_csv",
      `the file is ${format}. Save it as CSV first: in Excel "File", "Save as", ` +
        `"CSV UTF-8 (comma delimited)"; in Google Sheets "File", "Download", "CSV"`
    )
  }
  const found = detectEncoding(start)
  const rest = async function* () {
    yield start.subarray(found.markBytes)
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => pieces }
  }
  if (found.encoding === "utf-8") {
    const sample = start.subarray(found.markBytes)
    return { ...found, sample, isWhole, bytes: rest() }
  }
  const decoder = new TextDecoder(found.encoding, { ignoreBOM: true })
  const sample = Buffer.from(decoder.decode(start.subarray(found.markBytes)))
  return { ...found, sample, isWhole, bytes: fromUtf16(rest(), found.encoding) }
}

async function* fromUtf16(pieces: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }))
  const last = decoder.decode()
  if (last !== "") yield Buffer.from(last)
}
