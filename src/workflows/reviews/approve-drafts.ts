import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { flagStaleApprovalsStep } from "./steps/flag-stale-approvals"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { approveDraftsStep, type ApproveDraftsRequest } from "./steps/approve-drafts"

/**
 * Approves drafts of one batch as they are. Each is decided by itself: the answer says which were
 * refused, and why. The leads are looked at once more afterwards, as after a single approval.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, batch or step
 */
export const approveDraftsWorkflow = createWorkflow(
  "approve-drafts",
  (input: WorkflowData<ApproveDraftsRequest>) => {
    retrieveCampaignStep(input)
    const { answer, leads } = approveDraftsStep(input)
    flagStaleApprovalsStep(leads)
    return new WorkflowResponse(answer)
  }
)
