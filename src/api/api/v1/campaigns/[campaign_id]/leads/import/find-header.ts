import { parse } from "csv-parse/sync"
import { cleanText } from "./clean-cell"
import { csvOptions, isBlankRow } from "./csv-records"
import { decodeUtf8, decodeWindows1252 } from "./decode-cell"
import type { OpenedFile } from "./file-start"
import { meaningOf } from "./known-headers"
import { isSecondHeaderLine, joinHeaderLines } from "./two-line-header"

const DELIMITERS = [",", ";", "\t", "|"]
/** Rows that exports put before their header, at most. */
const MAX_PREAMBLE = 20
const LOOKED_AT = 50
/** A first line for Excel, which may have put it into quotes or filled up the row behind it. */
const SEP_LINE = /^"?sep=([^\r\n]?)"?[,;\t|]*(?:\r\n|\r|\n|$)/i

/** Where a file's rows begin, and what stands between its cells. */
export interface CsvLayout {
  delimiter: string
  /** Bytes of a first line `sep=;`, with its line end; 0 without one. */
  skippedBytes: number
  /** How many rows that are not blank stand before the header. */
  preamble: number
  /** Rows that the header takes; 0: the first row is a lead's. */
  headerRows: 0 | 1 | 2
  /** What a header of two rows comes to. */
  joinedTitles?: string[]
  /** The first rows below the header, cleaned. */
  rows: string[][]
}

/**
 * Finds the delimiter and the header by reading the first rows with each of `, ; tab |`, and with what a
 * first line `sep=` says. The header is the first row with the name of an address column, unless an
 * address stands in it or above it, and the delimiter the one that gives it the most names that are
 * known, then the one that splits no row further than it. Without such a row the header is the first one
 * that is as wide as most.
 */
export function findHeader({ sample, isWhole }: Pick<OpenedFile, "sample" | "isWhole">): CsvLayout {
  const named = SEP_LINE.exec(sample.toString("latin1"))
  const skippedBytes = named?.[0].length ?? 0
  const said = named?.[1]
  const text = sample.subarray(skippedBytes)
  const delimiters = said ? [said, ...DELIMITERS.filter((other) => other !== said)] : DELIMITERS
  const { delimiter, rows, place, header } = delimiters
    .map((tried) => readLayout(text, tried, isWhole))
    .reduce((best, other) => (isBetter(other, best) ? other : best))
  if (header.some(isAddress)) {
    const leads = rows.slice(place)
    return { delimiter, skippedBytes, preamble: place, headerRows: 0, rows: leads }
  }
  const next = rows[place + 1]
  const isTwoLines = next !== undefined && isSecondHeaderLine(header, next)
  const headerRows = isTwoLines ? 2 : 1
  return {
    delimiter,
    skippedBytes,
    preamble: place,
    headerRows,
    ...(isTwoLines && { joinedTitles: joinHeaderLines(header, next) }),
    rows: rows.slice(place + headerRows),
  }
}

interface TriedLayout {
  delimiter: string
  rows: string[][]
  /** Of the header among the rows. */
  place: number
  header: string[]
  /** How sure the header is. */
  score: number
  /** How many of the rows below have more cells than it. */
  misfits: number
}

function readLayout(text: Buffer, delimiter: string, isWhole: boolean): TriedLayout {
  const rows = readSample(text, delimiter, isWhole)
  const place = findHeaderPlace(rows)
  const header = rows[place] ?? []
  const misfits = rows.slice(place + 1).filter((row) => widthOf(row) > header.length).length
  return { delimiter, rows, place, header, score: toScore(header), misfits }
}

const isBetter = (one: TriedLayout, other: TriedLayout) =>
  one.score > other.score || (one.score === other.score && one.misfits < other.misfits)

const namesAddress = (row: readonly string[]) =>
  row.some((title) => meaningOf(title)?.field === "email")
const isAddress = (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)

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
  // What stands below an address is no header: `Email` may be how somebody wants to be reached.
  const lead = first.findIndex((row) => row.some(isAddress))
  const named = (lead < 0 ? first : first.slice(0, lead)).findIndex(namesAddress)
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
