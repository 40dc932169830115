import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deleteCampaignStep } from "./steps/delete-campaign"
import { withdrawApprovalsStep } from "../reviews/steps/withdraw-approvals"
import { cancelRunningBatchesStep } from "./steps/cancel-running-batches"
import { forgetCampaignStep } from "./steps/forget-campaign"

/**
 * Deletes a campaign with its steps and leads, stops its drafting and sending, and takes its approved
 * e-mails, named prompts, judgements, comparisons, checks, test sets and evaluations away. Batches and
 * approvals go once before, so that a failure leaves a campaign without drafting rather than drafting
 * without a campaign; and once after, for what came in between.
 *
 * @throws MedusaError NOT_FOUND
 */
export const deleteCampaignWorkflow = createWorkflow(
  "delete-campaign",
  (input: WorkflowData<{ campaign_id: string; deleted_by?: string }>) => {
    cancelRunningBatchesStep(input)
    withdrawApprovalsStep(input)
    deleteCampaignStep(input)
    cancelRunningBatchesStep(input).config({ name: "cancel-late-batches" })
    withdrawApprovalsStep(input).config({ name: "withdraw-late-approvals" })
    // Last, and not before: it would leave rows of a campaign that is not there.
    forgetCampaignStep(input)
  }
)
