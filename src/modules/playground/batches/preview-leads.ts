import type {
  AssignedLead,
  CampaignSnapshot,
  DraftGenerator,
  DraftMessage,
  DraftRequest,
  StepSnapshot,
} from "../../../ports"
import { countTokens } from "../generation/count-tokens"
import { findPrice } from "../generation/spend"
import { toDraftRequest, toPromptScope } from "../generation/to-draft-request"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { createEmptyCheck, type IsEmptyValue } from "../prompts/empty-values"
import { listMissingVariables } from "../prompts/render-prompt"
import { promptOf } from "../prompts/resolve-batch-prompt"
import type { BatchPromptDTO, PreviewBatchDTO } from "./dtos"
import { spread, toPreviewBatch, type LeadReadiness } from "./preview-batch"
import { createEstimate, type Tokens } from "./spend-estimate"

/** Tokens of a draft where nothing is known yet: subject and body of about 200 words. */
export const TYPICAL_OUTPUT_TOKENS = 300
/** Leads whose messages are counted to tell what a batch reads: counting all 200 takes a second. */
const MAX_COUNTED = 20

/** What leads would be drafted with. */
export interface PreviewLeadsInput {
  campaign: CampaignSnapshot
  step: StepSnapshot
  prompt: BatchPromptDTO
  leads: readonly AssignedLead[]
}

export interface PreviewTerms extends Pick<
  ResolvedPlaygroundOptions,
  "prices" | "currency" | "emptyValues" | "customerFacts"
> {
  generator: DraftGenerator
  identifier: string
  /** Median of earlier drafts; null when there is none. */
  outputTokens: number | null
}

/** For which leads a draft could be written, and what these would use. Calls no model. */
export async function previewLeads(
  input: PreviewLeadsInput,
  terms: PreviewTerms
): Promise<{ leads: LeadReadiness[]; batch: Omit<PreviewBatchDTO, "withdrawn"> }> {
  const { generator, prices, currency } = terms
  const isEmpty = createEmptyCheck(terms.emptyValues)
  const leads = input.leads.map((lead) => toReadiness(input, lead, isEmpty))
  const ready = leads.flatMap(({ request }) => request ?? [])
  const counted = generator.toMessages
    ? await Promise.all(spread(ready, MAX_COUNTED).map((request) => tokensOf(request, terms)))
    : null
  const estimate = createEstimate(findPrice(prices, [generator.model]), currency)
  return {
    leads,
    batch: { ...toPreviewBatch(leads), estimate: counted && estimate(counted, ready.length) },
  }
}

/** What one draft would read and write. */
export const tokensOf = async (
  request: DraftRequest,
  { generator, outputTokens }: PreviewTerms
): Promise<Tokens> => ({
  input_tokens: await countTokens(toMessages(generator, request)),
  output_tokens: outputTokens ?? TYPICAL_OUTPUT_TOKENS,
})

/** What one lead lacks, and what the generator would be asked. */
export function toReadiness(
  { campaign, step, prompt }: Omit<PreviewLeadsInput, "leads">,
  lead: AssignedLead,
  isEmpty: IsEmptyValue
): LeadReadiness {
  const task = { lead_snapshot: lead.lead, variant_label: lead.variant_label }
  const { text } = promptOf(prompt, lead.variant_label)
  const context = { prompt_text: text, campaign_snapshot: campaign, step_snapshot: step }
  const missing = listMissingVariables(text, toPromptScope(task, context, isEmpty))
  return {
    lead,
    missing,
    request: missing.length > 0 ? null : toDraftRequest(task, context, isEmpty),
  }
}

/** A generator that asks no model is given the filled prompt, and nothing else. */
export function toMessages(generator: DraftGenerator, request: DraftRequest): DraftMessage[] {
  return generator.toMessages?.(request) ?? [{ role: "user", content: request.prompt }]
}
