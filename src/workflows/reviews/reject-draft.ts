import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { RejectDraftInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { rejectDraftStep } from "./steps/reject-draft"

/**
 * Turns a draft down for good: it is kept for the record and never approved.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or draft; NOT_ALLOWED for a task without a
 *   draft, or one that is its lead's approved e-mail
 */
export const rejectDraftWorkflow = createWorkflow(
  "reject-draft",
  (input: WorkflowData<RejectDraftInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(rejectDraftStep(input))
  }
)
