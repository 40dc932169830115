import type { Check } from "./verdict-types"

export type CheckType = Check["type"]

/** Kinds of checks, in the order in which they are offered. */
export const CHECK_TYPES = [
  "words",
  "characters",
  "contains",
  "not_contains",
  "avoid",
  "names_company",
  "one_question",
  "links",
  "language",
  "reading_level",
  "unlike_others",
  "matches",
  "not_matches",
] as const satisfies readonly CheckType[]

/** A check as a form holds it: what is typed in, whatever the kind. */
export interface CheckValues {
  type: CheckType
  name: string
  part: "subject" | "body" | "mail"
  min: string
  max: string
  /** A text or a pattern. */
  text: string
  /** Hosts or phrases, one a line. */
  lines: string
  /** ISO 639-1. */
  language: string
  /** How many words a beginning has. */
  words: string
}

export const NEW_CHECK: CheckValues = {
  type: "words",
  name: "",
  part: "body",
  min: "",
  max: "",
  text: "",
  lines: "",
  language: "en",
  words: "6",
}

export function toCheckValues(check: Check): CheckValues {
  return {
    ...NEW_CHECK,
    type: check.type,
    name: check.name ?? "",
    ...("part" in check && { part: check.part }),
    ...("min" in check && check.min !== undefined && { min: String(check.min) }),
    ...("max" in check && check.max !== undefined && { max: String(check.max) }),
    ...("text" in check && { text: check.text }),
    ...("pattern" in check && { text: check.pattern }),
    ...("language" in check && { language: check.language }),
    ...("phrases" in check && { lines: check.phrases.join("\n") }),
    ...("hosts" in check && check.hosts && { lines: check.hosts.join("\n") }),
    ...(check.type === "unlike_others" && { words: String(check.words) }),
  }
}

/** The check that a form holds; null while something is missing. */
export function toCheck(values: CheckValues): Check | null {
  const name = values.name.trim()
  const check = toBareCheck(values)
  return check && { ...check, ...(name && { name }) }
}

function toBareCheck(values: CheckValues): Check | null {
  const { type, part } = values
  const min = toAmount(values.min)
  const max = toAmount(values.max)
  const lines = values.lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
  const hasText = values.text.trim() !== ""
  switch (type) {
    case "words":
    case "characters":
      if (part === "mail" || (min ?? max) === undefined || (min ?? 0) > (max ?? Infinity))
        return null
      return { type, part, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
    case "contains":
    case "not_contains":
      return hasText ? { type, part, text: values.text.trim() } : null
    case "matches":
    case "not_matches":
      return hasText ? { type, part, pattern: values.text } : null
    case "language":
      return { type, language: values.language }
    case "reading_level":
      return max === undefined ? null : { type, max }
    case "links":
      return max === undefined ? null : { type, max, ...(lines.length > 0 && { hosts: lines }) }
    case "names_company":
    case "one_question":
      return { type }
    case "avoid":
      return lines.length > 0 ? { type, phrases: lines } : null
    case "unlike_others": {
      const words = toAmount(values.words)
      return words === undefined ? null : { type, words }
    }
  }
}

/** A whole number from 0 on; undefined: none was typed in. */
const toAmount = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined

/** The list that a file carries: as the API takes it, or the list alone. Null: it carries none. */
export function readCheckFile(text: string): Check[] | null {
  try {
    const read: unknown = JSON.parse(text)
    const list = Array.isArray(read) ? read : (read as { checks?: unknown } | null)?.checks
    // What is in it is for the server to say.
    return Array.isArray(list) ? (list as Check[]) : null
  } catch {
    return null
  }
}
