import type { CsvLayout } from "./find-header"
import { meaningOf, type ConsentColumn, type LeadColumn, type UnsureRole } from "./known-headers"
import type { ColumnMap } from "./column-map"
import { nameHeaders, type NamedHeader } from "./name-headers"
import { settleUnsure } from "./settle-unsure"

/** What is done with one column of the file. */
export type Target =
  | { field: Exclude<LeadColumn, "email_consent"> }
  | { field: "email_consent"; consent: ConsentColumn }
  | { attribute: string }
  /** Left out. */
  | null

export interface Column {
  /** As the file names it, numbered where a name stands twice. */
  header: string
  target: Target
  /** An attribute whose cells may yet say that a lead is subscribed no more: a column `Status`. */
  maySayConsent?: true
}

/** What the file leaves open. Nobody guesses: `map` answers it. */
export interface ColumnQuestion {
  /** `several_columns`: for one field. `no_email_column`: the header names none. */
  code: "several_columns" | "no_email_column"
  field: LeadColumn
  /** Headers to choose among; the likeliest first. */
  headers: string[]
  message: string
}

export interface MatchedColumns {
  columns: Column[]
  questions: ColumnQuestion[]
}

const MAX_NAMED = 20

/**
 * Says what each column is: by `map`, else by its header. What two columns may be is a question,
 * unless only one of them holds anything in the first rows; until it is answered, none of them is.
 *
 * @param titles a name for each column, whether the file has a header or not
 */
export function matchColumns(
  titles: readonly string[],
  { rows, headerRows }: Pick<CsvLayout, "rows" | "headerRows">,
  map: ColumnMap
): MatchedColumns {
  const named = nameHeaders(titles)
  const isMapped = ({ header }: NamedHeader) => map.has(header)
  const given = new Set(
    [...map.values()].flatMap((target) => (target && "field" in target ? target.field : []))
  )
  const valuesOf = ({ place }: NamedHeader) => rows.map((row) => row[place] ?? "")
  const hasValue = (column: NamedHeader) => valuesOf(column).some((value) => value !== "")
  const candidates = new Map<LeadColumn, NamedHeader[]>()
  const consents = new Map<number, ConsentColumn>()
  const addCandidate = (field: LeadColumn, column: NamedHeader) =>
    candidates.set(field, [...(candidates.get(field) ?? []), column])

  // A list of addresses and nothing else needs no header.
  const [only] = named
  if (headerRows === 0 && only && named.length === 1) addCandidate("email", only)
  const open = named.filter((column) => column.header !== "" && !isMapped(column))
  const mayTell = new Set<number>()
  const unsure: { role: UnsureRole; column: NamedHeader }[] = []
  for (const column of open) {
    const meaning = meaningOf(column.title)
    if (!meaning) continue
    if (meaning.field === null) unsure.push({ role: meaning.role, column })
    else if (meaning.field === "email_consent") consents.set(column.place, meaning.consent)
    else addCandidate(meaning.field, column)
  }
  const has = (field: LeadColumn) => given.has(field) || candidates.has(field)
  for (const { role, column } of unsure) {
    const field = settleUnsure({ role, values: valuesOf(column), has })
    if (field === "email_consent") consents.set(column.place, "status")
    else if (field) addCandidate(field, column)
    else if (role === "status") mayTell.add(column.place)
  }
  // Where first and last name have columns of their own, the whole name adds nothing.
  if (has("first_name") || has("last_name")) candidates.delete("full_name")

  const fields = new Map<number, LeadColumn>()
  const questions: ColumnQuestion[] = []
  for (const [field, columns] of candidates) {
    if (given.has(field)) continue
    const filled = columns.filter(hasValue)
    const [column, ...others] = filled.length > 0 ? filled : columns
    if (column && others.length === 0) fields.set(column.place, field)
    else questions.push(askWhich(field, columns))
  }
  if (!has("email")) questions.unshift(askForEmail(named, rows))
  const toTarget = (column: NamedHeader): Target => {
    const mapped = map.get(column.header)
    if (mapped !== undefined) return mapped
    const consent = consents.get(column.place)
    if (consent) return { field: "email_consent", consent }
    const field = fields.get(column.place)
    if (field && field !== "email_consent") return { field }
    return column.header === "" ? null : { attribute: column.header }
  }
  return {
    columns: named.map((column) => ({
      header: column.header,
      target: toTarget(column),
      ...(mayTell.has(column.place) && { maySayConsent: true }),
    })),
    questions,
  }
}

const quote = (headers: readonly string[]) =>
  headers
    .map((header) => `'${header}'`)
    .join(", ")
    .slice(0, 300)

function askWhich(field: LeadColumn, columns: readonly NamedHeader[]): ColumnQuestion {
  const headers = columns.map(({ header }) => header)
  return {
    code: "several_columns",
    field,
    headers,
    message:
      `the columns ${quote(headers)} may each be '${field}': say which one is, ` +
      `for example with map={${JSON.stringify(headers[0])}:"${field}"}`,
  }
}

function askForEmail(
  columns: readonly NamedHeader[],
  rows: readonly (readonly string[])[]
): ColumnQuestion {
  const addresses = ({ place }: NamedHeader) =>
    rows.filter((row) => /\S@\S/.test(row[place] ?? "")).length
  const headers = columns
    .filter(({ header }) => header !== "")
    .map((column) => ({ header: column.header, count: addresses(column) }))
    .sort((one, other) => other.count - one.count)
    .map(({ header }) => header)
    .slice(0, MAX_NAMED)
  return {
    code: "no_email_column",
    field: "email",
    headers,
    message:
      `there is no column 'email' in the first row with names. Name it so, or say which column has ` +
      `the addresses, for example with map={${JSON.stringify(headers[0] ?? "Contact")}:"email"}. ` +
      `Found: ${columns
        .map(({ title }) => title)
        .join(", ")
        .slice(0, 200)}`,
  }
}
