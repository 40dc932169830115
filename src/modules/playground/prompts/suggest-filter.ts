import { closest, distance } from "fastest-levenshtein"
import { filters } from "liquidjs"
import type { LexedToken } from "./lex-placeholder"
import { PROMPT_FILTERS } from "./prompt-engine"

/** What other template languages call ours. */
const OTHER_NAMES: Record<string, string | undefined> = {
  upper: "upcase",
  uppercase: "upcase",
  lower: "downcase",
  lowercase: "downcase",
  title: "capitalize",
  titlecase: "capitalize",
  capitalise: "capitalize",
  ucfirst: "capitalize",
  trim: "strip",
  lstrip: "strip",
  rstrip: "strip",
  fallback: "default",
  default_if_none: "default",
  ifempty: "default",
  else: "default",
  or: "default",
}

/** How many letters of a filter may be wrong. */
const MAX_DISTANCE = 2

/** Liquid has them, a mail does not need them: nobody means them for a fallback. */
const isLiquids = (name: string) => Object.hasOwn(filters, name)

/**
 * What to write in place of a filter that does not exist: the one that was meant, or the `default`
 * whose text stands where a filter should: `{{ first_name|there }}`. Null where that is not clear.
 */
export function suggestFilter(
  tokens: readonly LexedToken[],
  text: string
): { filter: string | null; message: string } {
  const [first, second] = tokens
  const source = text.slice(first?.begin ?? 0, tokens.at(-1)?.end ?? 0)
  const name = first?.type === "word" ? first.raw.toLowerCase() : ""
  const nearest = closest(name, [...PROMPT_FILTERS])
  const isOurs = name === nearest
  const isNear = name !== "" && !isLiquids(name) && distance(name, nearest) <= MAX_DISTANCE
  const meant = OTHER_NAMES[name] ?? (isOurs || isNear ? nearest : null)
  const known = `There is no filter "${first?.value ?? source}"; filters are ${PROMPT_FILTERS.join(", ")}.`
  if (meant && meant !== "default") {
    return {
      filter: meant + text.slice(first?.end, tokens.at(-1)?.end),
      message: `${known} Write ${meant}.`,
    }
  }
  const argument = tokens.slice(1).find(({ type }) => type === "text" || type === "word")
  const isPlain = meant === null && !isLiquids(name) && second?.type !== "colon"
  const standsForText = first?.type === "text" ? first.liquid : JSON.stringify(source)
  const fallback = meant === "default" ? (argument?.liquid ?? '"…"') : standsForText
  if (meant === null && !isPlain) return { filter: null, message: known }
  return {
    filter: `default: ${fallback}`,
    message: `${known} For a fallback write default: ${fallback}.`,
  }
}
