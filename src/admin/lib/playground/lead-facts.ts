import type { Lead } from "./types"

/** One thing that is known of a lead. */
export interface LeadFact {
  name: string
  value: string
  /** Whether the draft says it, word for word. */
  isUsed: boolean
}

const FIELDS = ["email", "first_name", "last_name", "company", "title"] as const

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()

/** What a fact that is no text is called. */
export interface FactWords {
  yes: string
  no: string
}

/** What facts are made of: a lead, or a copy of one. */
export type KnownLead = Pick<Lead, (typeof FIELDS)[number] | "attributes">

/** How deep an attribute is taken apart; below it stand names and values in one line. */
const MAX_DEPTH = 4

/** What is known of a lead, its attributes after its fields; what a draft uses is marked. */
export function listFacts(
  lead: KnownLead,
  draft: { subject: string; body: string },
  words: FactWords
): LeadFact[] {
  const facts = [
    ...FIELDS.map((name) => [name, lead[name]] as const),
    ...Object.entries(lead.attributes ?? {}),
  ]
  return facts.flatMap(([name, value]) =>
    takeApart(name, value).flatMap((fact) => {
      const text = toText(fact.value, words)
      if (text === "") return []
      const said = Array.isArray(fact.value) ? fact.value : [fact.value]
      const isUsed = [text, ...said.map(toPlainText)].some((piece) => saysWord(draft, piece))
      return { name: fact.name, value: text, isUsed }
    })
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** `address: { city }` is the fact `address › city`. */
function takeApart(name: string, value: unknown, depth = 1): { name: string; value: unknown }[] {
  if (!isObject(value) || depth > MAX_DEPTH) return [{ name, value }]
  return Object.entries(value).flatMap(([member, inner]) =>
    takeApart(`${name} › ${member}`, inner, depth + 1)
  )
}

/** As a person says it: a list with commas, yes or no, and nothing where there is nothing. */
export function toText(value: unknown, words: FactWords): string {
  if (typeof value === "boolean") return value ? words.yes : words.no
  if (Array.isArray(value)) {
    const texts = value.map((item) => toText(item, words)).filter((text) => text !== "")
    return texts.join(value.some(isObject) ? "; " : ", ")
  }
  if (!isObject(value)) return toPlainText(value)
  return Object.entries(value)
    .map(([name, inner]) => [name, toText(inner, words)] as const)
    .flatMap(([name, text]) => (text === "" ? [] : `${name}: ${text}`))
    .join(", ")
}

/** As a prompt has it. */
const toPlainText = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : ""

/** Whether a draft says it. Not within a longer word: "Al" is not said by "also". */
export function saysWord(draft: { subject: string; body: string }, said: string): boolean {
  const text = plain(`${draft.subject}\n${draft.body}`)
  const words = plain(said)
  if (words === "") return false
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isWithin = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)
    const [first, last] = [words[0], words.at(-1)]
    const startsWithin = isWithin(first) && isWithin(text[at - 1])
    const endsWithin = isWithin(last) && isWithin(text[at + words.length])
    if (!startsWithin && !endsWithin) return true
  }
  return false
}
