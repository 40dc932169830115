import type { Template } from "liquidjs"
import type { Placeholder } from "./placeholder"

/** A prompt with names in the place of values: the same for every lead. */
export interface NamedPrompt {
  /** `Greet <lead.first_name>.` */
  text: string
  /** What gives each name its value; each name once, in the order of the text. */
  facts: { name: string; template: Template }[]
}

/** One that writes the same whoever the lead is. */
const isConstant = ({ subject, operands }: Placeholder) => subject === null && operands.length === 0

const nameOf = ({ subject, operands }: Placeholder) =>
  (subject ?? operands[0])?.path.join(".").replace(/[<>\s]+/g, " ") ?? "value"

/**
 * Puts the name of its value in the place of each placeholder. The same placeholder has one name; a
 * second one about the same fact, with other filters, is numbered: `<lead.company:2>`.
 *
 * @param placeholderOf that of a template; undefined for a text
 * @param render what a template writes that needs no variables
 */
export function namePlaceholders(
  templates: readonly Template[],
  placeholderOf: ReadonlyMap<Template, Placeholder>,
  render: (template: Template) => string
): NamedPrompt {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  const facts: NamedPrompt["facts"] = []
  const pieces = templates.map((template) => {
    const placeholder = placeholderOf.get(template)
    if (!placeholder || isConstant(placeholder)) return render(template)
    const key = placeholder.liquid.replace(/\s+/g, " ").trim()
    const known = names.get(key)
    if (known) return `<${known}>`
    const fact = nameOf(placeholder)
    const use = (uses.get(fact) ?? 0) + 1
    const name = use === 1 ? fact : `${fact}:${use}`
    uses.set(fact, use)
    names.set(key, name)
    facts.push({ name, template })
    return `<${name}>`
  })
  return { text: pieces.join(""), facts }
}
