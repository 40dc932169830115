import type { MedusaContainer } from "@medusajs/framework/types"
import type { CreateDraftBatchInput, EarlierDraftBatch } from "../../modules/playground"
import { leadFingerprint, type CampaignSnapshot } from "../../ports"
import { withCustomerFacts } from "../customers/with-customer-facts"
import { retrieveCampaign } from "../campaigns/steps/retrieve-campaign"
import { retrieveStep } from "../campaigns/retrieve-step"
import { resolveCampaignSource, resolvePlayground } from "../common/resolve-modules"
import { readAttributes } from "../leads/read-attributes"
import type { GenerateDraftsInput } from "./generate-drafts-input"
import { toIdempotency } from "./idempotency"
import { selectLeads, someLeads } from "./select-leads"
import { withoutPrompts } from "./without-prompts"

/** What a request comes to: a batch that its idempotency key made before, or what to make a new one of. */
export type DraftBatchPlan = { earlier: EarlierDraftBatch } | { batch: CreateDraftBatchInput }

/**
 * Reads campaign, step, prompt and leads, and freezes them into what a batch is made of. A worker never
 * asks the campaign source again.
 *
 * Everything is read at the same time; what is missing is told in the order in which a person looks for
 * it, whichever read comes back first: the campaign, an earlier batch, the step, the prompt, the leads.
 *
 * @throws MedusaError as the workflow `generate-drafts` does
 */
export async function planDraftBatch(
  container: MedusaContainer,
  request: GenerateDraftsInput
): Promise<DraftBatchPlan> {
  const { campaign_id, step_index } = request
  const source = resolveCampaignSource(container)
  const playground = resolvePlayground(container)
  const idempotency = toIdempotency(request)
  const stepRead = retrieveStep(source, campaign_id, step_index)
  const reads = {
    campaign: retrieveCampaign(container, campaign_id),
    earlier: idempotency && playground.findBatchByIdempotencyKey(campaign_id, idempotency),
    step: stepRead,
    leads: selectLeads(source, playground, request, stepRead),
    attributes: readAttributes(source, campaign_id),
  }
  // One that fails while another is waited for is told when its turn comes, or not at all.
  for (const read of Object.values(reads)) read?.catch(() => {})
  const campaign = await reads.campaign
  const earlier = await reads.earlier
  if (earlier) return { earlier }
  return { batch: await toBatch(container, request, { ...reads, campaign, idempotency }) }
}

interface Reads {
  campaign: CampaignSnapshot
  idempotency: ReturnType<typeof toIdempotency>
  step: ReturnType<typeof retrieveStep>
  leads: ReturnType<typeof selectLeads>
  attributes: ReturnType<typeof readAttributes>
}

async function toBatch(
  container: MedusaContainer,
  { custom_prompt, requested_by }: GenerateDraftsInput,
  { campaign, idempotency, ...reads }: Reads
): Promise<CreateDraftBatchInput> {
  const step = await reads.step
  const prompt = resolvePlayground(container).planner.resolvePrompt({
    custom_prompt,
    campaign,
    step,
    attributes: await reads.attributes,
  })
  const leads = await withCustomerFacts(container, someLeads(await reads.leads))
  return {
    campaign,
    step: withoutPrompts(step),
    prompt,
    requested_by,
    idempotency,
    tasks: leads.map(({ lead, variant_label }) => ({
      campaign_lead_id: lead.id,
      variant_label,
      lead_snapshot: lead,
      lead_fingerprint: leadFingerprint(lead),
      ...(prompt.variants?.[variant_label] && { prompt: prompt.variants[variant_label] }),
    })),
  }
}
