import type { CampaignSnapshot, LeadSnapshot, SenderSnapshot } from "../../../ports"
import { isFilled } from "./is-filled"
import { parsePrompt, promptEngine, type Placeholder } from "./parse-prompt"
import { MissingVariableError, PromptTooHeavyError } from "./prompt-errors"

/** What placeholders may name. */
export interface PromptScope {
  lead: LeadSnapshot
  sender: SenderSnapshot | null
  campaign: CampaignSnapshot
}

/** C0 and C1 controls, and line breaks of every kind: a value is one fact on one line. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/**
 * The prompt with its placeholders filled in: `lead.…` (its fields, then its attributes), `sender.…`
 * (its data, `profile_name`), `campaign.name`, `campaign.description`.
 *
 * @throws MissingVariableError naming every placeholder that has neither value nor fallback
 * @throws PromptTooHeavyError
 */
export function renderPrompt(text: string, scope: PromptScope): string {
  const { templates } = parsePrompt(text)
  const variables = toVariables(scope)
  const missing = missingIn(text, variables)
  if (missing.length > 0) throw new MissingVariableError(missing)
  try {
    const rendered: unknown = promptEngine.renderSync(templates, variables)
    return String(rendered)
  } catch (error) {
    throw new PromptTooHeavyError(error)
  }
}

/** Every placeholder, as written, that has neither value nor fallback; each once. */
export function listMissingVariables(text: string, scope: PromptScope): string[] {
  return missingIn(text, toVariables(scope))
}

function missingIn(text: string, variables: object): string[] {
  const missing = parsePrompt(text).placeholders.filter((one) => isMissing(one, variables))
  return [...new Set(missing.map(({ path }) => path))]
}

function toVariables({ lead, sender, campaign }: PromptScope): object {
  return {
    lead: toFacts({ ...lead.attributes, ...lead }),
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

function isMissing({ path, fallbackPaths, hasFallbackText }: Placeholder, variables: object) {
  const isNothing = (name: string) => !isFilled(promptEngine.evalValueSync(name, variables))
  return !hasFallbackText && [path, ...fallbackPaths].every(isNothing)
}
