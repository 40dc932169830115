import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { steerSendingStep, type SteerSendingInput } from "./steps/steer-sending"

/**
 * Pauses a campaign's sending, goes on with it, or takes back what is scheduled.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export const steerSendingWorkflow = createWorkflow(
  "steer-sending",
  (input: WorkflowData<SteerSendingInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(steerSendingStep(input))
  }
)
