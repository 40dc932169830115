import { parse } from "csv-parse/sync"
import { cleanText } from "./clean-cell"
import { csvOptions, isBlankRow } from "./csv-records"
import { decodeUtf8, decodeWindows1252 } from "./decode-cell"
import type { OpenedFile } from "./file-start"
import { meaningOf } from "./known-headers"

const DELIMITERS = [",", ";", "\t", "|"]
/** Rows that exports put before their header, at most. */
const MAX_PREAMBLE = 20
const LOOKED_AT = 50

/** Where a file's rows begin, and what stands between its cells. */
export interface CsvLayout {
  delimiter: string
  /** Bytes of a first line `sep=;`, with its line end; 0 without one. */
  skippedBytes: number
  /** How many rows that are not blank stand before the header. */
  preamble: number
  /** False: the first row is a lead's. */
  hasHeader: boolean
  /** The first rows below the header, cleaned. */
  rows: string[][]
}

/**
 * Finds the delimiter and the header by reading the first rows with each of `, ; tab |`. The header is
 * the first row with the name of an address column, and the delimiter the one that gives it the most
 * names that are known. Without such a row it is the first one that is as wide as most.
 */
export function findHeader({ sample, isWhole }: Pick<OpenedFile, "sample" | "isWhole">): CsvLayout {
  const named = /^sep=([^\r\n]?)(?:\r\n|\r|\n|$)/i.exec(sample.toString("latin1"))
  const skippedBytes = named?.[0].length ?? 0
  const said = named?.[1]
  const text = sample.subarray(skippedBytes)
  const layouts = (said ? [said] : DELIMITERS).map((delimiter) => {
    const rows = readSample(text, delimiter, isWhole)
    const place = findHeaderPlace(rows)
    const header = rows[place] ?? []
    return { delimiter, rows, place, header, score: toScore(header) }
  })
  const best = layouts.reduce((first, other) => (other.score > first.score ? other : first))
  const isLead =
    !best.header.some((title) => meaningOf(title)?.field === "email") &&
    best.header.some((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))
  return {
    delimiter: best.delimiter,
    skippedBytes,
    preamble: best.place,
    hasHeader: !isLead,
    rows: best.rows.slice(isLead ? best.place : best.place + 1),
  }
}

/** The rows that are not blank; the last one, which the sample may cut, only where it is the only one. */
function readSample(text: Buffer, delimiter: string, isWhole: boolean): string[][] {
  const rows: string[][] = []
  const onRecord = (cells: string[]) => {
    if (isBlankRow(cells)) return null
    rows.push(cells.map((cell) => cleanText(decodeUtf8(cell) ?? decodeWindows1252(cell))))
    return null
  }
  try {
    parse(text, { ...csvOptions(delimiter), to: LOOKED_AT, on_record: onRecord })
  } catch {
    // A quote that the sample cuts is open at its end. The file itself is read by the stream.
  }
  return isWhole || rows.length < 2 ? rows : rows.slice(0, -1)
}

function findHeaderPlace(rows: readonly string[][]): number {
  const first = rows.slice(0, MAX_PREAMBLE + 1)
  const named = first.findIndex((row) => row.some((title) => meaningOf(title)?.field === "email"))
  if (named >= 0) return named
  const widths = rows.map(widthOf)
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [usual] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? []
  return Math.max(0, usual === undefined ? 0 : widths.indexOf(usual))
}

/** Cells up to the last one that is not blank. */
const widthOf = (row: readonly string[]) =>
  row.reduce((width, cell, place) => (cell === "" ? width : place + 1), 0)

/** Known names first, then how many cells there are. */
function toScore(header: readonly string[]): number {
  const meanings = header.map(meaningOf)
  const known = meanings.filter((meaning) => meaning !== undefined).length
  const hasEmail = meanings.some((meaning) => meaning?.field === "email")
  return (hasEmail ? 1e9 : 0) + known * 1e5 + Math.min(widthOf(header), 99_999)
}
