import type { LexedToken } from "./lex-placeholder"
import { isLiteral, SCOPES, type NameReference, type Placeholder } from "./placeholder"
import { PROMPT_FILTERS } from "./prompt-engine"
import { suggestFilter } from "./suggest-filter"
import type { FoundProblem } from "./prompt-problem"

/** A placeholder that can be filled in, or what is wrong with it. */
export type ReadPlaceholder =
  | { placeholder: Omit<Placeholder, "begin" | "end"> }
  | { problem: Omit<FoundProblem, "line" | "column" | "text" | "begin"> }

/** Words of other template languages that would compute something. */
const WORD_OPERATORS = new Set(["or", "and", "contains", "not", "if", "else", "unless", "is", "in"])

const RAW_HINT =
  "Braces that are meant as such stand between {% raw %} and {% endraw %}; a placeholder is a name " +
  'and its filters, as in {{ lead.first_name | default: "there" }}.'

const refused = (
  code: FoundProblem["code"],
  name: string,
  message: string,
  suggestion: string | null = null
): ReadPlaceholder => ({ problem: { code, name, message, suggestion } })

const sourceOf = (tokens: readonly LexedToken[], text: string) =>
  text.slice(tokens[0]?.begin ?? 0, tokens.at(-1)?.end ?? 0)

/** What stands between the braces of one placeholder. `text` is the whole prompt. */
export function readPlaceholder(tokens: readonly LexedToken[], text: string): ReadPlaceholder {
  const [value = [], ...filters] = splitAt(tokens, "pipe")
  const filtered = filters.length > 0 ? ` | ${sourceOf(filters.flat(), text)}` : ""
  const notAValue = complainOfValue(value, text, filtered)
  if (notAValue) return notAValue

  const subject = toName(value)
  const fallbacks: NameReference[] = []
  const operands: NameReference[] = []
  let hasFallbackText = false
  for (const filter of filters) {
    const notAFilter = complainOfFilter(filter, sourceOf(value, text), text)
    if (notAFilter) return notAFilter
    const [name, , ...rest] = filter
    for (const argument of splitAt(rest, "comma")) {
      const named = toName(argument)
      const isDefault = name?.raw === "default"
      if (named && isDefault) fallbacks.push({ ...named, isFallback: true })
      else if (named) operands.push(named)
      if (isDefault && isText(argument)) hasFallbackText = true
    }
  }
  const liquid = tokens
    .map((token, place) => gapBefore(tokens, place, text) + token.liquid)
    .join("")
  return { placeholder: { subject, fallbacks, hasFallbackText, operands, liquid } }
}

const gapBefore = (tokens: readonly LexedToken[], place: number, text: string) =>
  text.slice(tokens[place - 1]?.end ?? tokens[place]?.begin, tokens[place]?.begin)

function splitAt(tokens: readonly LexedToken[], type: LexedToken["type"]): LexedToken[][] {
  const parts: LexedToken[][] = [[]]
  for (const token of tokens) {
    if (token.type === type) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** `default: "x"` and `default: 5`, but not `default: nil` and no named argument. */
const isText = ([first, ...rest]: readonly LexedToken[]) =>
  rest.length === 0 &&
  first !== undefined &&
  (first.type === "text" ||
    (first.type === "word" && /^-?\d/.test(first.raw) && isLiteral(first.raw)))

/** Null for a literal. Expects what `isPathOrLiteral` lets through. */
function toName(tokens: readonly LexedToken[]): NameReference | null {
  const [first] = tokens
  if (first?.type !== "word" || (tokens.length === 1 && isLiteral(first.raw))) return null
  if (tokens[1]?.type === "colon") return null
  const names = tokens.flatMap(({ type, raw, value }) =>
    type === "word" ? [raw] : type === "text" ? [value ?? ""] : []
  )
  return toReference(tokens, names)
}

/** `lead.Plan Name`: what lies between two dots is one name. */
function toSpacedName(tokens: readonly LexedToken[], text: string): NameReference {
  const names = splitAt(tokens, "dot").map((words) => sourceOf(words, text))
  return { ...toReference(tokens, names), text: sourceOf(tokens, text) }
}

function toReference(tokens: readonly LexedToken[], names: string[]): NameReference {
  const isScoped = SCOPES.some((scope) => scope === names[0])
  return {
    text: tokens.map(({ raw }) => raw).join(""),
    liquid: tokens.map(({ liquid }) => liquid).join(""),
    path: isScoped ? names : ["lead", ...names],
    begin: tokens[0]?.begin ?? 0,
    isFallback: false,
  }
}

/** A quoted text, a number, or names joined by dots and brackets. */
function isPathOrLiteral(tokens: readonly LexedToken[]): boolean {
  const [first, ...rest] = tokens
  if (first?.type === "text") return rest.length === 0
  if (first?.type !== "word") return false
  for (let place = 0; place < rest.length;) {
    const [sign, name, end] = rest.slice(place, place + 3)
    if (sign?.type === "dot" && name?.type === "word") place += 2
    else if (sign?.type !== "open" || end?.type !== "close") return false
    else if (name?.type !== "text" && !/^\d+$/.test(name?.raw ?? "")) return false
    else place += 3
  }
  return true
}

function complainOfValue(
  tokens: readonly LexedToken[],
  text: string,
  filtered: string
): ReadPlaceholder | null {
  if (isPathOrLiteral(tokens)) return null
  const source = sourceOf(tokens, text)
  if (tokens.length === 0) {
    return refused("not_a_placeholder", "", `There is nothing between the braces. ${RAW_HINT}`)
  }
  // `First Name`, `lead.Plan Name`: one name with blanks in it.
  if (
    tokens.every(({ type, raw }) => type === "dot" || (type === "word" && !WORD_OPERATORS.has(raw)))
  ) {
    const message = "A name with blanks in it stands in brackets and quotes."
    const problem = { code: "unknown_name", name: source, message, suggestion: null } as const
    return { problem: { ...problem, unknown: toSpacedName(tokens, text) } }
  }
  const place = tokens.findIndex(
    ({ type, raw }, index) =>
      index > 0 &&
      (type === "operator" || type === "comma" || (type === "word" && WORD_OPERATORS.has(raw)))
  )
  const left = tokens.slice(0, place)
  const [operator] = tokens.slice(place)
  const isSpread = place > 0 && /^[{}()]$/.test(operator?.raw ?? "")
  if (place < 1 || isSpread || !isPathOrLiteral(left) || !operator) {
    return refused("not_a_placeholder", source, `This cannot be filled in. ${RAW_HINT}`)
  }
  const right = tokens.slice(place + 1)
  const fallback = toFallback(right.at(0)?.raw === "=" ? right.slice(1) : right, text)
  const name = sourceOf(left, text)
  return refused(
    "operator",
    operator.raw,
    `"${operator.raw}" does not work in a placeholder, which is a name and its filters. For a ` +
      `fallback write ${toDefault(name, fallback ?? '"…"')}.`,
    fallback === null || filtered !== "" ? null : toDefault(name, fallback)
  )
}

const toDefault = (name: string, fallback: string) => `{{ ${name} | default: ${fallback} }}`

/** What the right side of another language's operator falls back on; null where that is not clear. */
function toFallback(tokens: readonly LexedToken[], text: string): string | null {
  const [first, ...rest] = tokens
  if (first?.type === "text" && rest.length === 0) return first.liquid
  const last = tokens.at(-1)
  if (first?.type === "word" && tokens.at(1)?.raw === "=" && last?.type === "text") {
    return tokens.length === 3 ? last.liquid : null
  }
  return tokens.length > 0 && isPathOrLiteral(tokens) ? sourceOf(tokens, text) : null
}

function complainOfFilter(
  tokens: readonly LexedToken[],
  subject: string,
  text: string
): ReadPlaceholder | null {
  const [name, colon, ...rest] = tokens
  const source = sourceOf(tokens, text)
  if (!name) {
    return refused("not_a_placeholder", "|", `A filter is missing behind "|". ${RAW_HINT}`)
  }
  const isKnown = name.type === "word" && PROMPT_FILTERS.some((filter) => filter === name.raw)
  if (!isKnown) {
    const { message, filter } = suggestFilter(tokens, text)
    return refused(
      "unknown_filter",
      name.value ?? source,
      message,
      filter && `{{ ${subject} | ${filter} }}`
    )
  }
  if (!colon) return null
  const parts = splitAt(rest, "comma")
  const areArguments =
    colon.type === "colon" &&
    (parts.length === 1 && rest.length === 0 ? false : parts.every(isArgument))
  if (areArguments) return null
  const { filter } = suggestFilter(tokens, text)
  return refused(
    "not_a_placeholder",
    source,
    `The filter ${name.raw} is written ${name.raw}: "…", with a colon and its text in quotes.`,
    name.raw === "default" ? `{{ ${subject} | ${filter} }}` : null
  )
}

const isArgument = (tokens: readonly LexedToken[]) =>
  isPathOrLiteral(tokens) ||
  (tokens[0]?.type === "word" && tokens[1]?.type === "colon" && isPathOrLiteral(tokens.slice(2)))
