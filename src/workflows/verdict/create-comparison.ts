import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { createComparisonStep, type CreateComparisonInput } from "./steps/create-comparison"

/**
 * Pairs the drafts of two batches, to be judged without knowing which is which.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or batch; INVALID_DATA for batches of two
 *   steps; NOT_ALLOWED when no lead has a draft of both
 */
export const createComparisonWorkflow = createWorkflow(
  "create-comparison",
  (input: WorkflowData<CreateComparisonInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(createComparisonStep(input))
  }
)
