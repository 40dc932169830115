import { meaningOf } from "./known-headers"

/**
 * True for a row that names the columns which the header above it leaves blank, as below merged cells:
 *
 *     E-Mail;Name;;Adresse;
 *     ;Vorname;Nachname;PLZ;Ort
 */
export function isSecondHeaderLine(header: readonly string[], row: readonly string[]): boolean {
  const below = (title: string, place: number) => (title === "" ? (row[place] ?? "") : "")
  const named = header.map(below).filter((cell) => cell !== "")
  const namesOne = named.some((cell) => meaningOf(cell) !== undefined)
  return namesOne && row.every((cell, place) => !isOfAddressColumn(header[place], cell))
}

const isOfAddressColumn = (title: string | undefined, cell: string) =>
  cell !== "" && (cell.includes("@") || meaningOf(title ?? "")?.field === "email")

/** One header of two lines: the finer name where there is one. */
export const joinHeaderLines = (header: readonly string[], row: readonly string[]): string[] =>
  Array.from(
    { length: Math.max(header.length, row.length) },
    (_, place) => row[place] || header[place] || ""
  )
