import type {
  CampaignSnapshot,
  DraftInstruction,
  LeadSnapshot,
  SenderSnapshot,
} from "../../../ports"
import { isFilled } from "./is-filled"
import { parsePrompt, promptEngine, render } from "./parse-prompt"
import type { NameReference, Placeholder } from "./placeholder"
import { MissingVariableError } from "./prompt-errors"

/** What placeholders may name. */
export interface PromptScope {
  lead: LeadSnapshot
  sender: SenderSnapshot | null
  campaign: CampaignSnapshot
}

/** A prompt for one lead, in both of its forms. */
export interface FilledPrompt {
  /** With the values in their places. */
  prompt: string
  /** With names in the place of the values, and the values beside it. */
  instruction: DraftInstruction
}

/** C0 and C1 controls, and line breaks of every kind: a value is one fact on one line. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/**
 * The prompt with its placeholders filled in: `lead.…` (its fields, then its attributes; also by their
 * bare names), `customer.…` (what the shop knows of a lead who is its customer), `sender.…` (its data,
 * `profile_name`), `campaign.name`, `campaign.description`.
 *
 * @throws MissingVariableError naming every placeholder that has neither value nor fallback
 * @throws PromptTooHeavyError
 */
export function fillPrompt(text: string, scope: PromptScope): FilledPrompt {
  const { templates, named } = parsePrompt(text)
  const variables = toVariables(scope)
  const missing = missingIn(text, variables)
  if (missing.length > 0) throw new MissingVariableError(missing)
  const prompt = render(templates, variables)
  const facts = named.facts.map(({ name, template }) => ({
    name,
    value: render([template], variables),
  }))
  return { prompt, instruction: { text: named.text, facts } }
}

/** Every placeholder, as written, that has neither value nor fallback; each once. */
export function listMissingVariables(text: string, scope: PromptScope): string[] {
  return missingIn(text, toVariables(scope))
}

function missingIn(text: string, variables: object): string[] {
  const isNothing = ({ liquid }: NameReference) =>
    !isFilled(promptEngine.evalValueSync(liquid, variables))
  const missing = parsePrompt(text).placeholders.flatMap((one) => listMissing(one, isNothing))
  return [...new Set(missing.map((name) => name.text))]
}

function listMissing(
  { subject, fallbacks, hasFallbackText, operands }: Placeholder,
  isNothing: (name: NameReference) => boolean
): NameReference[] {
  const isSubjectMissing = subject && !hasFallbackText && [subject, ...fallbacks].every(isNothing)
  return [...(isSubjectMissing ? [subject] : []), ...operands.filter(isNothing)]
}

function toVariables({ lead, sender, campaign }: PromptScope): object {
  const { customer, ...ownFields } = lead
  const leadFacts = toFacts({ ...lead.attributes, ...ownFields })
  return {
    ...leadFacts,
    lead: leadFacts,
    customer: toFacts(customer ?? {}),
    sender: toFacts({ ...sender?.data, profile_name: sender?.profile_name }),
    campaign: toFacts({ name: campaign.name, description: campaign.description }),
  }
}

function toFacts(values: object): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toFact(value)]))
}

function toFact(value: unknown): unknown {
  if (typeof value === "string") return value.replace(CONTROLS, " ").trim()
  if (Array.isArray(value)) return value.map(toFact)
  return typeof value === "object" && value !== null ? toFacts(value) : value
}
