import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { cancelPairJudgingStep } from "./steps/cancel-pair-judging"
import type { PairJudgingInput } from "./steps/request-pair-judging"

/**
 * Ends what the host's judge has not judged of a comparison.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or comparison
 */
export const cancelPairJudgingWorkflow = createWorkflow(
  "cancel-pair-judging",
  (input: WorkflowData<PairJudgingInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(cancelPairJudgingStep(input))
  }
)
