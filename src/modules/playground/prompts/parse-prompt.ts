import { LiquidError, Output, type Template } from "liquidjs"
import { LRUCache } from "lru-cache"
import { namePlaceholders, type NamedPrompt } from "./name-placeholders"
import type { Placeholder } from "./placeholder"
import { createPromptEngine, PROMPT_TAGS } from "./prompt-engine"
import { PromptSyntaxError, PromptTooHeavyError } from "./prompt-errors"
import { toPlace, toPromptProblem, type FoundProblem } from "./prompt-problem"
import { readPlaceholder } from "./read-placeholder"
import { scanTemplate, type TemplatePart } from "./scan-template"

/** A prompt that is known to be a valid template. */
export interface ParsedPrompt {
  templates: Template[]
  placeholders: Placeholder[]
  /** The text with names in the place of values. */
  named: NamedPrompt
}

export const promptEngine = createPromptEngine()

/** 200 leads share one prompt; each is up to 128 kB of text. */
const parsed = new LRUCache<string, ParsedPrompt>({ max: 50 })
/** More are not looked for. */
const MAX_PROBLEMS = 50
/** Longest placeholder that a problem quotes, in characters. */
const MAX_QUOTED = 500

const TAG_HINT =
  "Prompts have no conditions, loops or variables. For a value that may be missing there is " +
  '{{ lead.first_name | default: "there" }}; braces that are meant as such stand between ' +
  "{% raw %} and {% endraw %}."

/** @throws PromptSyntaxError with every problem that the text has */
export function parsePrompt(text: string): ParsedPrompt {
  const known = parsed.get(text)
  if (known) return known
  const { placeholders, problems } = readPrompt(text)
  if (problems.length > 0) throw new PromptSyntaxError(problems.map(toPromptProblem))
  const templates = parseTemplates(toLiquid(text, placeholders), text)
  const outputs = templates.filter((template) => template instanceof Output)
  const placeholderOf = new Map(
    outputs.flatMap((output, place) => {
      const placeholder = placeholders[place]
      return placeholder ? [[output, placeholder] as const] : []
    })
  )
  const named = namePlaceholders(templates, placeholderOf, (template) => render([template], {}))
  const prompt = { templates, placeholders, named }
  parsed.set(text, prompt)
  return prompt
}

/** What can be filled in, and what is wrong with the rest. */
export function readPrompt(text: string): {
  placeholders: WrittenPlaceholder[]
  problems: FoundProblem[]
} {
  return readParts(text, scanTemplate(text))
}

/** With its braces, and the dash that cuts white space around them. */
interface WrittenPlaceholder extends Placeholder {
  open: string
  close: string
}

/** @throws PromptTooHeavyError */
export function render(templates: Template[], variables: object): string {
  try {
    const rendered: unknown = promptEngine.renderSync(templates, variables)
    return String(rendered)
  } catch (error) {
    throw new PromptTooHeavyError(error)
  }
}

function readParts(text: string, parts: readonly TemplatePart[]) {
  const placeholders: WrittenPlaceholder[] = []
  const problems: FoundProblem[] = []
  const complain = (
    { begin, end }: { begin: number; end: number },
    problem: Omit<FoundProblem, "line" | "column" | "text" | "begin">
  ) =>
    problems.push({
      ...problem,
      ...toPlace(text, begin),
      text: text.slice(begin, Math.min(end, begin + MAX_QUOTED)),
    })
  for (const part of parts) {
    if (problems.length >= MAX_PROBLEMS) break
    const { begin } = part
    if (part.type === "unclosed") {
      const message = 'It is not closed: a placeholder ends with "}}".'
      const problem = { code: "not_a_placeholder", name: "{{", suggestion: null, message } as const
      complain({ begin, end: begin + 2 }, problem)
    } else if (part.type === "tag") {
      const { end, name } = part
      const isEnd = /^end|^els/.test(name)
      if (PROMPT_TAGS.some((tag) => tag === name) || (isEnd && problems.length > 0)) continue
      const message = `There is no tag "${name}" here. ${TAG_HINT}`
      complain({ begin, end }, { code: "unknown_tag", name, suggestion: null, message })
    } else {
      const { end, open, close } = part
      const read = readPlaceholder(part.tokens, text)
      if ("problem" in read) complain({ begin, end }, read.problem)
      else placeholders.push({ ...read.placeholder, begin, end, open, close })
    }
  }
  return { placeholders, problems }
}

/** The text with every placeholder as Liquid reads it; what stands between them is not touched. */
function toLiquid(text: string, placeholders: readonly WrittenPlaceholder[]): string {
  let from = 0
  const pieces = placeholders.map(({ begin, end, liquid, open, close }) => {
    const before = text.slice(from, begin)
    from = end
    return `${before}${open} ${liquid} ${close}`
  })
  return pieces.join("") + text.slice(from)
}

function parseTemplates(liquid: string, text: string): Template[] {
  try {
    return promptEngine.parse(liquid)
  } catch (error) {
    const [line = 1, column = 1] = LiquidError.is(error) ? error.token.getPosition() : []
    const original = LiquidError.is(error) ? (error.originalError ?? error) : error
    const said = original instanceof Error ? original.message : String(original)
    const message = said.split(", line:")[0] ?? ""
    const quoted = (text.split("\n")[line - 1] ?? "").slice(column - 1, column - 1 + MAX_QUOTED)
    const problem = { code: "not_a_placeholder", name: "", suggestion: null } as const
    throw new PromptSyntaxError([{ ...problem, line, column, text: quoted, message }])
  }
}
