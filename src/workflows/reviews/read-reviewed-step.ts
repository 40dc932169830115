import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { AssignedLead, StepSnapshot } from "../../ports"
import { retrieveStep } from "../campaigns/retrieve-step"
import { withCustomerFacts } from "../customers/with-customer-facts"
import { resolveCampaignSource } from "../common/resolve-modules"

/** A step and some of its leads as the campaign source has them now. */
export interface ReviewedStep {
  step: StepSnapshot
  /** Those of the leads that the step drafts for. */
  leads: AssignedLead[]
}

interface ReadReviewedStepInput {
  campaign_id: string
  step_index: number
  /** 1 to 200. */
  campaign_lead_ids: string[]
}

/** What an approval is held against. @throws MedusaError NOT_FOUND when the campaign has no such step */
export async function readReviewedStep(
  container: MedusaContainer,
  { campaign_id, step_index, campaign_lead_ids }: ReadReviewedStepInput
): Promise<ReviewedStep> {
  const source = resolveCampaignSource(container)
  const step = await retrieveStep(source, campaign_id, step_index)
  const lead_ids = campaign_lead_ids
  const leads =
    lead_ids.length > 0 ? await source.listStepLeadsById({ campaign_id, step_index, lead_ids }) : []
  return { step, leads: await withCustomerFacts(container, leads) }
}

/** @throws MedusaError NOT_FOUND unless the lead is one of the campaign's */
export async function assertCampaignLead(
  container: MedusaContainer,
  campaign_id: string,
  campaign_lead_id: string
): Promise<void> {
  const source = resolveCampaignSource(container)
  const [known] = await source.listCampaignLeadIds(campaign_id, [campaign_lead_id])
  if (known) return
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no lead ${campaign_lead_id}.`)
}
