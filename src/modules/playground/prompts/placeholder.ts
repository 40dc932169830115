/** A name in a placeholder: what a lead, a sender or a campaign may have. */
export interface NameReference {
  /** As written: `lead.company`, `first_name`. */
  text: string
  /** The same for Liquid. */
  liquid: string
  /** `["lead", "company"]`; of a bare name too: `["lead", "first_name"]`. */
  path: string[]
  /** Index of `text` in the prompt. */
  begin: number
  /** True for what a `default` names: a bare word there may be a text without its quotes. */
  isFallback: boolean
}

/** One `{{ … }}` of a prompt. */
export interface Placeholder {
  /** Index of its `{{` in the prompt. */
  begin: number
  /** Index behind its `}}`. */
  end: number
  /** What is written out; null for a quoted text or a number. */
  subject: NameReference | null
  /** What stands in when the subject has no value: `default: sender.name`. */
  fallbacks: NameReference[]
  /** True when a `default` filter gives a text for the case that nothing has a value. */
  hasFallbackText: boolean
  /** Names in the arguments of other filters: each needs a value of its own. */
  operands: NameReference[]
  /** Between the braces, as Liquid reads it. */
  liquid: string
}

/** What a name may begin with; any other first word is a field or an attribute of the lead. */
export const SCOPES = ["lead", "customer", "sender", "campaign"] as const

/** Words that are values by themselves. */
const LITERALS = new Set(["nil", "null", "empty", "blank", "true", "false"])

export const isLiteral = (word: string) => LITERALS.has(word) || /^-?\d+(\.\d+)?$/.test(word)

/** All names of a placeholder, in its order. */
export const namesOf = ({ subject, fallbacks, operands }: Placeholder): NameReference[] => [
  ...(subject ? [subject] : []),
  ...fallbacks,
  ...operands,
]
