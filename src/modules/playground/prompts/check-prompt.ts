import { createNameCheck, listNames, type KnownNames } from "./known-names"
import { parsePrompt, readPrompt } from "./parse-prompt"
import { namesOf, SCOPES, type NameReference, type Placeholder } from "./placeholder"
import { PromptSyntaxError } from "./prompt-errors"
import { toPlace, toPromptProblem, type FoundProblem, type PromptProblem } from "./prompt-problem"
import { suggestName, toPlaceholderPath } from "./suggest-name"

/** So many problems are told, each with the name that was probably meant. */
const MAX_PROBLEMS = 20
/** How many names a message lists where none is near. */
const MAX_LISTED = 10

/** How strictly a prompt is looked at. */
export interface CheckPromptOptions {
  /** A name with a fallback passes: in a prompt that is meant for campaigns of all kinds. */
  keepsFallbacks?: boolean
}

/**
 * Everything that keeps a prompt from being used, all at once and in the order of the text: what is no
 * valid template, and every placeholder that names what nothing in the campaign has. With a fallback
 * such a name would write that to everybody, without one it would fail everybody's draft.
 *
 * @throws PromptSyntaxError
 */
export function checkPrompt(
  text: string,
  known: KnownNames,
  options: CheckPromptOptions = {}
): void {
  const { placeholders, problems } = readPrompt(text)
  const found = [...problems, ...listUnknown(text, placeholders, known, options)]
  const first = found.sort(inOrder).slice(0, MAX_PROBLEMS)
  if (first.length > 0) throw new PromptSyntaxError(withSuggestions(first, known))
  parsePrompt(text)
}

const inOrder = (one: FoundProblem, other: FoundProblem) => one.begin - other.begin

function listUnknown(
  text: string,
  placeholders: readonly Placeholder[],
  known: KnownNames,
  { keepsFallbacks = false }: CheckPromptOptions
): FoundProblem[] {
  const isKnown = createNameCheck(known)
  const told = new Set<string>()
  const problems: FoundProblem[] = []
  for (const placeholder of placeholders) {
    const { begin, end, fallbacks, hasFallbackText } = placeholder
    if (keepsFallbacks && (hasFallbackText || fallbacks.length > 0)) continue
    const unknown = namesOf(placeholder).find(({ path }) => !isKnown(path))
    const source = text.slice(begin, end)
    if (!unknown || told.has(source)) continue
    told.add(source)
    const message = `Nothing in this campaign is called "${unknown.text}".`
    const problem = { code: "unknown_name", name: unknown.text, message, suggestion: null } as const
    problems.push({ ...problem, ...toPlace(text, begin), text: source, unknown })
    if (problems.length >= MAX_PROBLEMS) break
  }
  return problems
}

/** With the nearest name that exists. */
function withSuggestions(problems: readonly FoundProblem[], known: KnownNames): PromptProblem[] {
  const names = listNames(known)
  const listed = names.slice(0, MAX_LISTED).map(toPlaceholderPath).join(", ")
  return problems.map((found) => {
    const { unknown, begin, text, message } = found
    const problem = toPromptProblem(found)
    if (!unknown) return problem
    const name = toSuggestion(unknown, names)
    const place = unknown.begin - begin
    const suggestion = name && text.slice(0, place) + name + text.slice(place + unknown.text.length)
    const hint = suggestion ? `Write ${suggestion}.` : `There are ${listed}, and others.`
    return { ...problem, suggestion, message: `${message} ${hint}` }
  })
}

function toSuggestion(unknown: NameReference, names: readonly string[][]): string | null {
  const meant = suggestName(unknown.path, names)
  if (meant) return toPlaceholderPath(meant)
  // `default: there`: a text without its quotes.
  const isBare =
    /^[\p{L}\p{N}_-]+$/u.test(unknown.text) && !SCOPES.some((scope) => scope === unknown.text)
  return isBare && unknown.isFallback ? JSON.stringify(unknown.text) : null
}
