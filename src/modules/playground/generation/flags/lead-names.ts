import type { NamedLead } from "../../sql/reads/list-named-leads"
import { normalise, wordsOf } from "./normalise"

/** What may belong to another lead: the parameter `kind` of the flag `other_lead`, with its words. */
export const NAME_KINDS = {
  name: "name",
  part_of_name: "part of the name",
  company: "company",
  address: "e-mail address",
} as const
export type NameKind = keyof typeof NAME_KINDS

interface Term {
  /** How the term came about. */
  kind: NameKind
  /** Whose it is: a name that several share tells nothing about any one of them. */
  lead_ids: Set<string>
}

/** The names and companies of a batch's leads, to be found in a draft in one pass over its words. */
export interface LeadNames {
  /** By their words in lower case, with single spaces. */
  terms: ReadonlyMap<string, Term>
  /** The words with which terms begin: most words of a draft are none of them. */
  firstWords: ReadonlySet<string>
  /** E-mail addresses in lower case, and whose they are. */
  addresses: ReadonlyMap<string, string>
  /** Words of the longest term. */
  maxWords: number
}

const PART = "part_of_name" satisfies NameKind

/** A company of one short word is too often just a word. */
const MIN_COMPANY_LENGTH = 4

/** @param neutral texts that all drafts of the batch may use: prompt, sender, campaign */
export function indexLeadNames(leads: readonly NamedLead[], neutral: readonly string[]): LeadNames {
  const spoken = ` ${neutral.flatMap((text) => wordsOf(normalise(text))).join(" ")} `
  const terms = new Map<string, Term>()
  let maxWords = 1
  const add = (kind: NameKind, text: string, lead_id: string) => {
    const words = wordsOf(normalise(text))
    const term = words.join(" ")
    if (term === "" || spoken.includes(` ${term} `)) return
    maxWords = Math.max(maxWords, words.length)
    const known = terms.get(term)
    // A part of a name that is also somebody's company is looked for as the company.
    if (!known || known.kind === PART) {
      terms.set(term, { kind, lead_ids: new Set([...(known?.lead_ids ?? []), lead_id]) })
    } else known.lead_ids.add(lead_id)
  }
  for (const { id, first_name, last_name } of leads) {
    for (const name of [first_name, last_name]) {
      if (name && [...name].length > 1) add(PART, name, id)
    }
  }
  for (const { id, first_name, last_name, company } of leads) {
    if (first_name && last_name) add("name", `${first_name} ${last_name}`, id)
    if (company && [...company].length >= MIN_COMPANY_LENGTH) add("company", company, id)
  }
  const addresses = new Map(leads.map(({ email, id }) => [email.toLowerCase(), id]))
  const firstWords = new Set([...terms.keys()].map((term) => term.split(" ", 1)[0] ?? ""))
  return { terms, firstWords, addresses, maxWords }
}
