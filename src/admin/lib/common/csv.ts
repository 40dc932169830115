/** Spreadsheets run a cell that begins so, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell that a spreadsheet shows and never runs (https://owasp.org/www-community/attacks/CSV_Injection). */
export const toHarmlessCell = (text: string) =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** A table for a spreadsheet, its titles first: with a byte order mark, which Excel needs. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(toHarmlessCell).join(","))
  return `\ufeff${lines.join("\r\n")}\r\n`
}
