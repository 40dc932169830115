import { MedusaError } from "@medusajs/framework/utils"

/** Columns that are a lead's own; every other one becomes an attribute. */
const LEAD_COLUMNS = ["email", "first_name", "last_name", "company", "title", "customer_id"]

/** What a column holds; null for one without a name. */
export type Column = { name: string; isAttribute: boolean } | null

/**
 * Reads the header row. `First Name` and `first-name` are `first_name`, `E-mail` is `email`; an
 * attribute keeps the name it has in the file.
 *
 * @throws MedusaError INVALID_DATA without an e-mail column, or with two columns of one name
 */
export function toColumns(header: readonly string[]): Column[] {
  const columns = header.map(toColumn)
  const names = columns.flatMap((column) => column?.name ?? [])
  // A set: looking 26,000 names up in a list, which is what a header can hold, took a second.
  const seen = new Set<string>()
  const twice = names.find((name) => seen.size === seen.add(name).size)
  if (twice !== undefined) throw refused(`the column '${twice}' stands there twice`)
  if (columns.some((column) => column?.name === "email" && !column.isAttribute)) return columns
  throw refused(
    `there is no column 'email'. Separate the columns by commas, and name them in the first row: ` +
      `${LEAD_COLUMNS.join(", ")}; others become attributes. Found: ${names.join(", ").slice(0, 200)}`
  )
}

function toColumn(title: string): Column {
  const trimmed = title.trim()
  if (trimmed === "") return null
  const known = trimmed
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace(/^e_mail$/, "email")
  return LEAD_COLUMNS.includes(known)
    ? { name: known, isAttribute: false }
    : { name: trimmed, isAttribute: true }
}

export const refused = (reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `CSV header: ${reason}`)
