/** Controls, zero-width and direction marks, tags: what hides a word from a plain comparison. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const ASCII = /^[\x20-\x7e\n]*$/

/** A text in the form in which texts are compared: compatibility forms resolved, unseen removed. */
export function normalise(text: string): string {
  // Most texts are plain, and this runs for every draft.
  return ASCII.test(text) ? text : text.normalize("NFKC").replace(UNSEEN, "")
}

/** The words of a normalised text, in lower case and in order. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Every text within a JSON value, however deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (typeof value !== "object" || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
