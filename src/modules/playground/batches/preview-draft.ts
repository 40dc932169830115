import { MedusaError } from "@medusajs/framework/utils"
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
import { promptOf } from "../prompts/resolve-batch-prompt"
import { listMissingVariables } from "../prompts/render-prompt"
import type { BatchPromptDTO, DraftPreviewDTO } from "./dtos"
import { spread, toPreviewBatch, type LeadReadiness } from "./preview-batch"
import { createEstimate, type Tokens } from "./spend-estimate"

/** Tokens of a draft where nothing is known yet: subject and body of about 200 words. */
const TYPICAL_OUTPUT_TOKENS = 300
/** Leads whose messages are counted to tell what a batch reads: counting all 200 takes a second. */
const MAX_COUNTED = 20

/** What a batch is previewed from. */
export interface PreviewDraftInput {
  campaign: CampaignSnapshot
  step: StepSnapshot
  prompt: BatchPromptDTO
  /** Those that generating would take. */
  leads: readonly AssignedLead[]
  /** How many it would take, had they not withdrawn their consent. */
  withdrawn: number
  /** Whose mail is shown; undefined: that of the first. */
  lead: AssignedLead | undefined
  /** For how many leads like that one `batch_estimate` is. */
  n_leads: number
}

interface PreviewTerms extends Pick<
  ResolvedPlaygroundOptions,
  "prices" | "currency" | "emptyValues" | "customerFacts"
> {
  generator: DraftGenerator
  identifier: string
  /** Median of earlier drafts; null when there is none. */
  outputTokens: number | null
}

/** What generating would do for one lead, and for which leads of the batch it could. Calls no model. */
export async function previewDraft(
  input: PreviewDraftInput,
  terms: PreviewTerms
): Promise<DraftPreviewDTO> {
  const { campaign, step, n_leads } = input
  const { generator, identifier, prices, currency, outputTokens } = terms
  const isEmpty = createEmptyCheck(terms.emptyValues)
  const leads = input.leads.map((lead) => toReadiness(input, lead, isEmpty))
  const shown = input.lead ? toReadiness(input, input.lead, isEmpty) : leads[0]
  if (!shown) throw noLead(campaign.id)
  const { request, missing: missing_variables } = shown
  const prompt = promptOf(input.prompt, shown.lead.variant_label)

  const tokensOf = async (request: DraftRequest): Promise<Tokens> => ({
    input_tokens: await countTokens(toMessages(generator, request)),
    output_tokens: outputTokens ?? TYPICAL_OUTPUT_TOKENS,
  })
  const estimate = createEstimate(findPrice(prices, [generator.model]), currency)
  const asksAModel = generator.toMessages !== undefined
  const tokens = asksAModel && request ? await tokensOf(request) : null
  const ready = leads.flatMap((one) => one.request ?? [])
  const counted = asksAModel ? await Promise.all(spread(ready, MAX_COUNTED).map(tokensOf)) : null
  return {
    campaign_id: campaign.id,
    step_index: step.step_index,
    campaign_lead_id: shown.lead.lead.id,
    variant_label: shown.lead.variant_label,
    generator: identifier,
    model: generator.model ?? null,
    prompt: prompt.text,
    prompt_source: prompt.source,
    prompt_version_hash: prompt.hash,
    rendered_prompt: request?.prompt ?? null,
    instruction: request?.instruction ?? null,
    messages: request ? toMessages(generator, request) : [],
    missing_variables,
    estimate: tokens && estimate([tokens], 1),
    batch_estimate: tokens && { n_leads, ...estimate([tokens], n_leads) },
    batch: {
      ...toPreviewBatch(leads),
      withdrawn: input.withdrawn,
      estimate: counted && estimate(counted, ready.length),
    },
    ready_lead_ids: ready.map((one) => one.lead.id),
    customer_facts: leads.some(({ lead }) => lead.lead.customer) ? [...terms.customerFacts] : [],
  }
}

const noLead = (campaign_id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${campaign_id} has no lead to preview.`)

function toReadiness(
  { campaign, step, prompt }: PreviewDraftInput,
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
function toMessages(generator: DraftGenerator, request: DraftRequest): DraftMessage[] {
  return generator.toMessages?.(request) ?? [{ role: "user", content: request.prompt }]
}
