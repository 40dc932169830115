/** Longest text of one field, in characters. */
export const MAX_FACT_LENGTH = 2_000
/** Longest name of a field, in characters. */
const MAX_NAME_LENGTH = 100
/** Most members of one object or list. */
const MAX_MEMBERS = 100
/** Deepest nesting of attributes. */
const MAX_DEPTH = 4

/**
 * Whatever is not seen: controls, zero-width and direction marks, tags and variation selectors, in
 * which text can hide from the person who reads the lead; and halves of characters.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}]/gu

function cut(text: string, length: number): string {
  const seen = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(UNSEEN, "")
  return [...seen].slice(0, length).join("").trim()
}

const isKnown = (value: unknown) => value !== null && value !== undefined && value !== ""

/** A text as the model may see it: without unseen characters, and of bounded length. */
export const toFactText = (text: string) => cut(text, MAX_FACT_LENGTH)

/** All members of an object as the model may see them, see `toFact`. */
export function toFacts(values: object): Record<string, unknown> {
  return toMembers(values, 0)
}

/**
 * A value as the model may see it: texts without unseen characters and each of bounded length. What is
 * not known (null, blank) is left out, so that there is nothing to write about it.
 */
function toFact(value: unknown, depth: number): unknown {
  if (typeof value === "string") return toFactText(value)
  if (typeof value !== "object" || value === null) return value
  if (depth > MAX_DEPTH) return undefined
  if (Array.isArray(value)) {
    return value
      .slice(0, MAX_MEMBERS)
      .map((member) => toFact(member, depth + 1))
      .filter(isKnown)
  }
  return toMembers(value, depth)
}

function toMembers(values: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .slice(0, MAX_MEMBERS)
      .map(([name, member]) => [cut(name, MAX_NAME_LENGTH), toFact(member, depth + 1)] as const)
      .filter(([, fact]) => isKnown(fact))
  )
}

/** JSON for a data block: no value can close the block. */
export const toDataBlock = (values: object) =>
  JSON.stringify(values, null, 2).replace(/</g, "\\u003c").replace(/>/g, "\\u003e")
