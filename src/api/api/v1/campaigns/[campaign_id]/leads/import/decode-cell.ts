import { isUtf8 } from "node:buffer"

const ASCII = /^[\x00-\x7f]*$/
const C1 = /[\x80-\x9f]/g

/**
 * Windows-1252 where it differs from Latin-1, from 0x80 on (https://encoding.spec.whatwg.org).
 * Not by TextDecoder: some releases of Node 22 and 23 decode it as Latin-1 (nodejs/node#56542).
 */
const WINDOWS_1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"

/** @param cell a byte a character. @returns null for one that is not UTF-8 */
export function decodeUtf8(cell: string): string | null {
  if (ASCII.test(cell)) return cell
  const bytes = Buffer.from(cell, "latin1")
  return isUtf8(bytes) ? bytes.toString("utf8") : null
}

/** @param cell a byte a character */
export const decodeWindows1252 = (cell: string) =>
  cell.replace(C1, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter)
