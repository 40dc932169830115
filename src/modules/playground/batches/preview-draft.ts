import { MedusaError } from "@medusajs/framework/utils"
import type { AssignedLead } from "../../../ports"
import { findPrice } from "../generation/spend"
import { createEmptyCheck } from "../prompts/empty-values"
import { promptOf } from "../prompts/resolve-batch-prompt"
import type { DraftPreviewDTO } from "./dtos"
import {
  previewLeads,
  toMessages,
  tokensOf,
  toReadiness,
  type PreviewLeadsInput,
  type PreviewTerms,
} from "./preview-leads"
import { createEstimate } from "./spend-estimate"

/** What a batch is previewed from. Its `leads` are those that generating would take. */
export interface PreviewDraftInput extends PreviewLeadsInput {
  /** How many it would take, had they not withdrawn their consent. */
  withdrawn: number
  /** Whose mail is shown; undefined: that of the first. */
  lead: AssignedLead | undefined
  /** For how many leads like that one `batch_estimate` is. */
  n_leads: number
}

/** What generating would do for one lead, and for which leads of the batch it could. Calls no model. */
export async function previewDraft(
  input: PreviewDraftInput,
  terms: PreviewTerms
): Promise<Omit<DraftPreviewDTO, "judging_estimate">> {
  const { campaign, step, n_leads } = input
  const { generator, identifier, prices, currency } = terms
  const { leads, batch } = await previewLeads(input, terms)
  const isEmpty = createEmptyCheck(terms.emptyValues)
  const shown = input.lead ? toReadiness(input, input.lead, isEmpty) : leads[0]
  if (!shown) throw noLead(campaign.id)
  const { request, missing: missing_variables } = shown
  const prompt = promptOf(input.prompt, shown.lead.variant_label)
  const estimate = createEstimate(findPrice(prices, [generator.model]), currency)
  const tokens = generator.toMessages && request ? await tokensOf(request, terms) : null
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
    batch: { ...batch, withdrawn: input.withdrawn },
    ready_lead_ids: leads.flatMap((one) => (one.request ? one.lead.lead.id : [])),
    customer_facts: leads.some(({ lead }) => lead.lead.customer) ? [...terms.customerFacts] : [],
  }
}

const noLead = (campaign_id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${campaign_id} has no lead to preview.`)
