import type { Json, JsonObject, LeadSnapshot, SenderSnapshot } from "../../../ports"

/**
 * Texts that say that there is no value, whatever their case: what exports, spreadsheets and forms
 * write into a field that nobody filled in. Only such as are nobody's name: "Na", "Nil" and "Nan"
 * are, and "K. A." may be initials. Listed in `docs/prompts.md`.
 */
export const DEFAULT_EMPTY_VALUES = [
  "n/a",
  "null",
  "(null)",
  "<null>",
  "undefined",
  "none",
  "(none)",
  "(empty)",
  "(blank)",
  "(leer)",
  "-",
  "--",
  "---",
  "\u2013",
  "\u2014",
  "#n/a",
  "#n/a!",
  "#nv",
  "#value!",
  "#wert!",
  "#valeur!",
  "#ref!",
  "#bezug!",
  "#name?",
  "#div/0!",
  "#null!",
  "#num!",
  "#zahl!",
  "not available",
  "not applicable",
  "not provided",
  "keine angabe",
  "nicht angegeben",
  "nicht verf\u00fcgbar",
  "non renseign\u00e9",
  "non disponible",
  "no disponible",
  "no aplica",
  "non disponibile",
  "niet beschikbaar",
] as const

/** Tells whether a text says that there is no value. */
export type IsEmptyValue = (text: string) => boolean

const fold = (text: string) => text.normalize("NFC").trim().toLowerCase()

/** White space alone is always none. */
export function createEmptyCheck(values: readonly string[] = DEFAULT_EMPTY_VALUES): IsEmptyValue {
  const folded = new Set(values.map(fold))
  return (text) => {
    const value = fold(text)
    return value === "" || folded.has(value)
  }
}

function clear(value: Json, isEmpty: IsEmptyValue): Json {
  if (typeof value === "string") return isEmpty(value) ? null : value
  if (Array.isArray(value)) return value.map((member) => clear(member, isEmpty))
  return typeof value === "object" && value !== null ? clearMembers(value, isEmpty) : value
}

function clearMembers(values: JsonObject, isEmpty: IsEmptyValue): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, clear(value, isEmpty)])
  )
}

/** The lead with null where a value says that there is none; its address and id stay. */
export function clearLead(lead: LeadSnapshot, isEmpty: IsEmptyValue): LeadSnapshot {
  const field = (value: string | null) => (value !== null && isEmpty(value) ? null : value)
  return {
    ...lead,
    first_name: field(lead.first_name),
    last_name: field(lead.last_name),
    company: field(lead.company),
    title: field(lead.title),
    attributes: clearMembers(lead.attributes, isEmpty),
  }
}

/** The sender with null where a fact says that there is none. */
export function clearSender(
  sender: SenderSnapshot | null,
  isEmpty: IsEmptyValue
): SenderSnapshot | null {
  return sender && { ...sender, data: clearMembers(sender.data, isEmpty) }
}
