import type { SenderProfile } from "../../../lib/outreach/types"

/** A fact as its row in the form holds it. */
export interface Fact {
  name: string
  value: string
}

/** Texts as they are, everything else as JSON: so it survives a form that shows only texts. */
export function toFacts(data: SenderProfile["sender_data"]): Fact[] {
  return Object.entries(data).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }))
}

/**
 * The data again; what was no text and was left alone stays what it was. A row that never said
 * anything is none.
 */
export function toData(
  facts: readonly Fact[],
  before: SenderProfile["sender_data"]
): SenderProfile["sender_data"] {
  const known = facts.filter(
    ({ name, value }) => name.trim() !== "" && (value !== "" || name.trim() in before)
  )
  return Object.fromEntries(
    known.map(({ name, value }) => {
      const old = before[name]
      const isUntouched = old !== undefined && JSON.stringify(old) === value
      return [name.trim(), isUntouched ? old : value]
    })
  )
}
