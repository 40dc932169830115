import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { requestPairJudgingStep, type PairJudgingInput } from "./steps/request-pair-judging"

/**
 * Has the host's judge compare the drafts of a comparison, each pair in both orders.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or comparison; NOT_ALLOWED where the host has no
 *   judge, or one that compares nothing
 */
export const requestPairJudgingWorkflow = createWorkflow(
  "request-pair-judging",
  (input: WorkflowData<PairJudgingInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(requestPairJudgingStep(input))
  }
)
