import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { requestJudgingStep, type RequestJudgingInput } from "./steps/request-judging"

/**
 * Has the host's judge look at a batch's drafts: those that this version of it has not judged.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or batch; NOT_ALLOWED where the host has no judge
 */
export const requestJudgingWorkflow = createWorkflow(
  "request-judging",
  (input: WorkflowData<RequestJudgingInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(requestJudgingStep(input))
  }
)
