import { createWorkflow, transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deleteCampaignStep } from "./steps/delete-campaign"
import { withdrawApprovalsStep } from "../reviews/steps/withdraw-approvals"
import { steerSendingStep } from "../sending/steps/steer-sending"
import { cancelRunningBatchesStep } from "./steps/cancel-running-batches"

/**
 * Deletes a campaign with its steps and leads, stops its drafting and sending, and takes its approved
 * e-mails away. Batches and approvals go once before, so that a failure leaves a campaign without drafting
 * rather than drafting without a campaign; and once after, for what came in between.
 *
 * @throws MedusaError NOT_FOUND
 */
export const deleteCampaignWorkflow = createWorkflow(
  "delete-campaign",
  (input: WorkflowData<{ campaign_id: string; deleted_by?: string }>) => {
    cancelRunningBatchesStep(input)
    withdrawApprovalsStep(input)
    deleteCampaignStep(input)
    // Not before: it would make a row for a campaign that is not there. A mail whose lead is gone is not taken.
    steerSendingStep(
      transform({ input }, ({ input: { campaign_id, deleted_by } }) => ({
        campaign_id,
        action: "cancel" as const,
        actor: deleted_by ?? "system",
      }))
    )
    cancelRunningBatchesStep(input).config({ name: "cancel-late-batches" })
    withdrawApprovalsStep(input).config({ name: "withdraw-late-approvals" })
  }
)
