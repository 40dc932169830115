import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateDraftBatchInput } from "../../../modules/playground"
import { leadFingerprint } from "../../../ports"
import { withCustomerFacts } from "../../customers/with-customer-facts"
import { toIdempotency } from "../idempotency"
import { resolveCampaignSource, resolvePlayground } from "../../common/resolve-modules"
import { readAttributes } from "../../leads/read-attributes"
import { retrieveStep } from "../../campaigns/retrieve-step"
import { selectLeads, someLeads } from "../select-leads"
import { withoutPrompts } from "../without-prompts"
import type { CampaignAndRequest } from "../generate-drafts-input"

/**
 * Reads step, prompt and leads, and freezes them into what a batch is made of. A worker never asks
 * the campaign source again.
 */
export const planDraftBatchStep = createStep(
  "plan-draft-batch",
  async ({ campaign, request }: CampaignAndRequest, { container }) => {
    const source = resolveCampaignSource(container)
    const playground = resolvePlayground(container)
    const stepRead = retrieveStep(source, campaign.id, request.step_index)
    const reading = selectLeads(source, playground, request, stepRead)
    // Read at the same time, but a step that is missing is told before a lead that is.
    reading.catch(() => {})
    const attributesRead = readAttributes(source, campaign.id)
    attributesRead.catch(() => {})
    const step = await stepRead
    const prompt = playground.planner.resolvePrompt({
      custom_prompt: request.custom_prompt,
      campaign,
      step,
      attributes: await attributesRead,
    })
    const leads = await withCustomerFacts(container, someLeads(await reading))
    return new StepResponse<CreateDraftBatchInput>({
      campaign,
      step: withoutPrompts(step),
      prompt,
      requested_by: request.requested_by,
      idempotency: toIdempotency(request),
      tasks: leads.map(({ lead, variant_label }) => ({
        campaign_lead_id: lead.id,
        variant_label,
        lead_snapshot: lead,
        lead_fingerprint: leadFingerprint(lead),
        ...(prompt.variants?.[variant_label] && { prompt: prompt.variants[variant_label] }),
      })),
    })
  }
)
