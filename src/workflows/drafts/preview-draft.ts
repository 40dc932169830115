import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { DraftPreviewDTO } from "../../modules/playground"
import { withCustomerFacts } from "../customers/with-customer-facts"
import { retrieveCampaign } from "../campaigns/steps/retrieve-campaign"
import { retrieveStep } from "../campaigns/retrieve-step"
import { resolveCampaignSource, resolvePlayground } from "../common/resolve-modules"
import { readAttributes } from "../leads/read-attributes"
import { selectLeads, type LeadsRequest } from "./select-leads"
import { selectNamedLeads } from "./select-leads/select-named-leads"

/** What `POST /campaigns/{campaign_id}/playground/preview` asks for: the batch, and one lead of it. */
export interface PreviewDraftRequest extends LeadsRequest {
  /** Whose mail is shown. Null: that of the batch's first lead. */
  campaign_lead_id: string | null
  /** Null or blank: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
}

/**
 * What generating would send for one lead, and for which leads of the batch it could. A plain read,
 * hence no workflow: no model is called, and nothing is stored but how far leads were looked through.
 *
 * @throws MedusaError as the workflow `generate-drafts` does
 */
export async function previewDraft(
  container: MedusaContainer,
  { campaign_lead_id, custom_prompt, ...request }: PreviewDraftRequest
): Promise<DraftPreviewDTO> {
  const { campaign_id, step_index } = request
  const campaign = await retrieveCampaign(container, campaign_id)
  const source = resolveCampaignSource(container)
  const playground = resolvePlayground(container)
  const step = await retrieveStep(source, campaign_id, step_index)
  const attributes = await readAttributes(source, campaign_id)
  const prompt = playground.planner.resolvePrompt({ custom_prompt, campaign, step, attributes })
  const [shown] = campaign_lead_id
    ? await selectNamedLeads(source, request, [campaign_lead_id])
    : []
  const leads = await selectLeads(source, playground, request, Promise.resolve(step)).catch(
    (error: unknown) => {
      // Whose mail is asked for can be shown although nobody would be drafted for.
      if (shown && isNotAllowed(error)) return []
      throw error
    }
  )
  const [lead, ...batch] = await withCustomerFacts(container, shown ? [shown, ...leads] : leads)
  const { n_leads } = request
  return playground.planner.previewDraft({
    campaign,
    step,
    prompt,
    lead,
    leads: shown || !lead ? batch : [lead, ...batch],
    n_leads,
  })
}

const isNotAllowed = (error: unknown) =>
  error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED
