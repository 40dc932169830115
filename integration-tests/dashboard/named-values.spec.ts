import texts from "../../src/admin/i18n"
import { LEAD_COLUMNS } from "../../src/api/api/v1/campaigns/[campaign_id]/leads/import/known-headers"
import { SUPPRESSION_REASONS } from "../../src/modules/delivery/types/dtos"
import { CAMPAIGN_STATUSES, VARIANT_TYPES } from "../../src/modules/outreach/types/dtos"
import { NAME_KINDS } from "../../src/modules/playground/generation/flags/lead-names"
import {
  DRAFT_TASK_STATUSES,
  PROMPT_SOURCES,
  REVIEW_STATUSES,
} from "../../src/modules/playground/state-machine"
import { CUSTOMER_FACTS } from "../../src/ports"

/** What stands at a path of texts: `last_order.products`. */
const at = (table: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, name) => (value instanceof Object ? Reflect.get(value, name) : undefined),
      table
    )

/** Values that pages put into words, as the server lists them, and the texts that they stand in. */
function namedValues(language: "en" | "de"): Record<string, [readonly string[], unknown]> {
  const { outreach, playground, mails } = texts[language]
  return {
    "a campaign's status": [CAMPAIGN_STATUSES, outreach.campaignStatus],
    "a variant's type": [VARIANT_TYPES, outreach.steps.types],
    "a column of leads": [LEAD_COLUMNS, outreach.leads.fields],
    "a draft's status": [DRAFT_TASK_STATUSES, playground.progress],
    "where a prompt came from": [PROMPT_SOURCES, playground.promptSource],
    "what became of a draft": [REVIEW_STATUSES, playground.reviewStatus],
    "what belongs to another lead": [Object.keys(NAME_KINDS), playground.flags.kinds],
    "a part that a flag is about": [["subject", "body"], playground.flags.parts],
    "a part that a check is about": [["subject", "body", "mail"], playground.checks.parts],
    "a fact of a customer": [CUSTOMER_FACTS, playground.facts.customerFields],
    "why nobody writes to an address": [SUPPRESSION_REASONS, mails.suppressions.reasons],
  }
}

describe("what the server says in words of a list of its own", () => {
  it.each(["en", "de"] as const)("is called as people call it, in %s", (language) => {
    for (const [what, [values, table]] of Object.entries(namedValues(language))) {
      const missing = values.filter((value) => typeof at(table, value) !== "string")
      expect({ what, missing }).toEqual({ what, missing: [] })
      // A name as programs have it is none for people.
      const raw = values.filter((value) => /_/.test(String(at(table, value))))
      expect({ what, raw }).toEqual({ what, raw: [] })
    }
  })

  it("says in German what it says in English, but for words that are the same in both", () => {
    const german = new Map(textsIn(texts.de))
    // Two words of four letters and more are a sentence already.
    const isSentence = (text: string) =>
      (text.replace(/\{\{[^}]*\}\}/g, "").match(/\p{L}{4,}/gu) ?? []).length > 1
    const same = textsIn(texts.en).filter(([path, text]) => german.get(path) === text)
    expect(same.filter(([, text]) => isSentence(text))).toEqual([])
    expect(same.length).toBeGreaterThan(10)
  })
})

const textsIn = (table: object, above = ""): [path: string, text: string][] =>
  Object.entries(table).flatMap(([name, text]: [string, string | object]) =>
    typeof text === "string" ? [[`${above}${name}`, text]] : textsIn(text, `${above}${name}.`)
  )
