import { MedusaError } from "@medusajs/framework/utils"
import type { CampaignSource, StepSnapshot } from "../../ports"

/** One step of a campaign. @throws MedusaError NOT_FOUND */
export async function retrieveStep(
  source: CampaignSource,
  campaign_id: string,
  step_index: number
): Promise<StepSnapshot> {
  const step = await source.retrieveStepSnapshot(campaign_id, step_index)
  if (step) return step
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no step ${step_index} (field step_index).`
  )
}
