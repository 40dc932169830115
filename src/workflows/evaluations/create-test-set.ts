import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { createTestSetStep, type CreateTestSetRequest } from "./steps/create-test-set"

/**
 * Freezes leads under a name, to run prompts against them now and later.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, step or lead; NOT_ALLOWED for a name that is
 *   taken, or when there is no lead to choose
 */
export const createTestSetWorkflow = createWorkflow(
  "create-test-set",
  (input: WorkflowData<CreateTestSetRequest>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(createTestSetStep(input))
  }
)
