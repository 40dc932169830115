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

/** What is known of a lead, its attributes after its fields; what a draft uses is marked. */
export function listFacts(lead: Lead, draft: { subject: string; body: string }): LeadFact[] {
  const facts = [
    ...FIELDS.map((name) => [name, lead[name]] as const),
    ...Object.entries(lead.attributes ?? {}),
  ]
  return facts.flatMap(([name, value]) => {
    if (value === null || value === undefined || value === "") return []
    const words = typeof value === "string" ? value : JSON.stringify(value)
    return { name, value: words, isUsed: saysWord(draft, words) }
  })
}

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
