import { LEAD_FIELDS } from "./lead-field-filter"

/** Only such names can be written after a dot. */
const isName = (name: string) => /^[A-Za-z_][\w-]*$/.test(name)

interface PlaceholderSources {
  /** Names of a lead's free-form attributes. */
  attributes: readonly string[]
  /** Names of the facts about the sender. */
  senderFacts: readonly string[]
  /** What the shop tells of leads who are its customers. */
  customerFacts: readonly string[]
}

/** What a prompt may name, as paths: `lead.first_name`. The lead's attributes stand after its fields. */
export function listPlaceholders(sources: PlaceholderSources): string[] {
  const { attributes, senderFacts, customerFacts } = sources
  const lead = [...LEAD_FIELDS, ...attributes].map((name) => `lead.${name}`)
  const sender = ["profile_name", ...senderFacts].map((name) => `sender.${name}`)
  const customer = customerFacts.map((name) => `customer.${name}`)
  const all = [...lead, ...customer, "campaign.name", "campaign.description", ...sender]
  return [...new Set(all)].filter((path) => isName(path.split(".")[1] ?? ""))
}

/** As it is written in a prompt. */
export const toPlaceholder = (path: string) => `{{ ${path} }}`
