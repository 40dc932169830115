import type {
  AssignedLead,
  CampaignSnapshot,
  DraftGenerator,
  DraftMessage,
  StepSnapshot,
} from "../../../ports"
import { countTokens } from "../generation/count-tokens"
import { findPrice, toCost } from "../generation/spend"
import { toDraftRequest, toPromptScope } from "../generation/to-draft-request"
import { createEmptyCheck } from "../prompts/empty-values"
import { listMissingVariables } from "../prompts/render-prompt"
import type { DraftPreviewDTO, ResolvedPromptDTO, SpendEstimateDTO } from "./dtos"
import type { ModelPrice, ResolvedPlaygroundOptions } from "../options/playground-options"
import { toCostDTO } from "./to-dto"

/** Tokens of a draft where nothing is known yet: subject and body of about 200 words. */
const TYPICAL_OUTPUT_TOKENS = 300

/** What one draft is previewed from. */
export interface PreviewDraftInput {
  campaign: CampaignSnapshot
  step: StepSnapshot
  prompt: ResolvedPromptDTO
  lead: AssignedLead
  /** For how many leads the batch is estimated. */
  n_leads: number
}

interface PreviewTerms extends Pick<
  ResolvedPlaygroundOptions,
  "prices" | "currency" | "emptyValues"
> {
  generator: DraftGenerator
  identifier: string
  /** Median of earlier drafts; null when there is none. */
  outputTokens: number | null
}

/** What generating would do for one lead, and what for many. Calls no model. */
export async function previewDraft(
  input: PreviewDraftInput,
  { generator, identifier, prices, currency, emptyValues, outputTokens }: PreviewTerms
): Promise<DraftPreviewDTO> {
  const { campaign, step, prompt, n_leads } = input
  const { lead, variant_label } = input.lead
  const isEmpty = createEmptyCheck(emptyValues)
  const task = { lead_snapshot: lead, variant_label }
  const context = { prompt_text: prompt.text, campaign_snapshot: campaign, step_snapshot: step }
  const scope = toPromptScope(task, context, isEmpty)
  const missing_variables = listMissingVariables(prompt.text, scope)
  const request = missing_variables.length > 0 ? null : toDraftRequest(task, context, isEmpty)
  const messages = request ? toMessages(generator, request) : []
  const tokens =
    generator.toMessages && request
      ? {
          input_tokens: await countTokens(messages),
          output_tokens: outputTokens ?? TYPICAL_OUTPUT_TOKENS,
        }
      : null
  const price = findPrice(prices, [generator.model])
  return {
    campaign_id: campaign.id,
    step_index: step.step_index,
    campaign_lead_id: lead.id,
    variant_label,
    generator: identifier,
    model: generator.model ?? null,
    prompt: prompt.text,
    prompt_source: prompt.source,
    prompt_version_hash: prompt.hash,
    rendered_prompt: request?.prompt ?? null,
    instruction: request?.instruction ?? null,
    messages,
    missing_variables,
    estimate: tokens && toEstimate(tokens, 1, price, currency),
    batch_estimate: tokens && { n_leads, ...toEstimate(tokens, n_leads, price, currency) },
  }
}

/** A generator that asks no model is given the filled prompt, and nothing else. */
function toMessages(
  generator: DraftGenerator,
  request: Parameters<DraftGenerator["generate"]>[0]
): DraftMessage[] {
  return generator.toMessages?.(request) ?? [{ role: "user", content: request.prompt }]
}

function toEstimate(
  one: { input_tokens: number; output_tokens: number },
  leads: number,
  price: ModelPrice | null,
  currency: string
): SpendEstimateDTO {
  const usage = {
    input_tokens: one.input_tokens * leads,
    output_tokens: one.output_tokens * leads,
  }
  return { ...usage, cost: toCostDTO(price && toCost(price, usage), currency) }
}
