import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { ReplaceChecksInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { replaceChecksStep } from "./steps/replace-checks"

/**
 * Sets what the drafts of a campaign must keep, in place of what was set before.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export const replaceChecksWorkflow = createWorkflow(
  "replace-checks",
  (input: WorkflowData<ReplaceChecksInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(replaceChecksStep(input))
  }
)
