/** How a CSV file's text is written. */
export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

const LOOKED_AT = 512

export interface FileStart {
  /** `utf-8` until a cell shows that it is none. */
  encoding: Exclude<CsvEncoding, "windows-1252">
  /** Bytes of the byte order mark, 0 without one. */
  markBytes: number
}

const MAX_CONTROLS = 4
const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Tells the encoding by the mark, else by where the NULs of ASCII letters stand in UTF-16. */
export function detectEncoding(start: Buffer): FileStart {
  let markBytes = 0
  // More than one where a program put its own before a file that had one.
  while (start.subarray(markBytes, markBytes + 3).equals(UTF_8_MARK)) markBytes += 3
  if (markBytes > 0) return { encoding: "utf-8", markBytes }
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: "utf-16le", markBytes: 2 }
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: "utf-16be", markBytes: 2 }
  const nuls = [0, 0]
  const bytes = start.subarray(0, LOOKED_AT)
  bytes.forEach((byte, place) => {
    if (byte === 0) nuls[place % 2] = (nuls[place % 2] ?? 0) + 1
  })
  // Letters that no text has: what has many is an image or a program.
  const controls = bytes.filter((byte) => byte > 0 && byte < 9).length
  if (controls > MAX_CONTROLS) return { encoding: "utf-8", markBytes: 0 }
  const [even = 0, odd = 0] = nuls
  const many = bytes.length / 5
  if (odd > many && even < odd / 4) return { encoding: "utf-16le", markBytes: 0 }
  if (even > many && odd < even / 4) return { encoding: "utf-16be", markBytes: 0 }
  return { encoding: "utf-8", markBytes: 0 }
}

const SIGNATURES: [string, Buffer][] = [
  ["an Excel workbook (.xlsx) or a ZIP archive", Buffer.from("PK\x03\x04", "latin1")],
  ["an old Excel workbook (.xls)", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ["a PDF", Buffer.from("%PDF-")],
  ["compressed with gzip", Buffer.from([0x1f, 0x8b])],
  ["a web page (HTML)", Buffer.from("<!DOCTYPE", "latin1")],
  ["a web page (HTML)", Buffer.from("<html", "latin1")],
  ["a contact card (vCard)", Buffer.from("BEGIN:VCARD", "latin1")],
  ["a text with formats (RTF)", Buffer.from("{\\rtf", "latin1")],
  ["an image (PNG)", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ["an image (JPEG)", Buffer.from([0xff, 0xd8, 0xff])],
  ["an image (GIF)", Buffer.from("GIF8", "latin1")],
]
/** A list of objects, or one that holds it; an array alone may be a header such as `[Email]`. */
const JSON_START = /^\s*(?:\[\s*)?\{\s*["}]/
/** A text has none. Of a stray one in a cell only its row is refused. */
const MAX_NULS = 4

/** What the file is by its first bytes, where that is no CSV. */
export function otherFormat(start: Buffer): string | undefined {
  const signed = SIGNATURES.find(([, bytes]) => start.subarray(0, bytes.length).equals(bytes))
  if (signed) return signed[0]
  const { encoding, markBytes } = detectEncoding(start)
  if (encoding !== "utf-8") return undefined
  const bytes = start.subarray(markBytes, LOOKED_AT)
  if (JSON_START.test(bytes.toString("latin1"))) return "JSON"
  return bytes.filter((byte) => byte === 0).length > MAX_NULS ? "no text" : undefined
}
