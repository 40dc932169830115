import { flagFound, type DraftFlag } from "./draft-flag"

/** `{Hi|Hello}`, `[this week|next week]`, `(A box|Samples)`: the innermost, so that nested ones are found as well. */
const CHOICES =
  /\{([^{}|\n]{0,80}(?:\|[^{}|\n]{0,80}){1,20})\}|[[(]([^[\]()|\n]{1,80}(?:\|[^[\]()|\n]{1,80}){1,20})[\])]/gu
/** `{ name: string | null }` and `{ a || b }` are code. */
const IS_CODE = /^\s{0,9}["']?[\w?]{1,40}["']?\s?:\s|\|\||=>|[;=]/
const HAS_WORD = /\p{L}/u
/** `[DE|EN]` tells the languages of a page. */
const IS_ABBREVIATIONS = /^[\p{Lu}\p{N}\s|/&-]{1,40}$/u

/** Choices of which a tool was to pick one. */
export function findSpintax(text: string): DraftFlag[] {
  if (!text.includes("|")) return []
  for (const [found, braced, bracketed] of text.matchAll(CHOICES)) {
    const choices = braced ?? bracketed ?? ""
    if (!HAS_WORD.test(choices) || IS_CODE.test(choices)) continue
    if (bracketed !== undefined && IS_ABBREVIATIONS.test(choices)) continue
    return flagFound("spintax", found, (quoted) => `${quoted} is a choice that nobody made.`)
  }
  return []
}
