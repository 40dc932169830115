import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { UnapproveDraftsInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { unapproveDraftsStep } from "./steps/unapprove-drafts"

/**
 * Takes the approvals of drafts of one batch away. The answer says which there were.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or batch
 */
export const unapproveDraftsWorkflow = createWorkflow(
  "unapprove-drafts",
  (input: WorkflowData<UnapproveDraftsInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(unapproveDraftsStep(input))
  }
)
