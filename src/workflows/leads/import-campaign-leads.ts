import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { flagStaleApprovalsStep } from "../reviews/steps/flag-stale-approvals"
import { addCampaignLeadsStep, type ImportCampaignLeadsInput } from "./steps/add-campaign-leads"

/**
 * Adds leads to a campaign, at most some thousands a run. Each gets its variant of every step. An
 * address that the campaign has already is skipped, so the same list may be imported again; with
 * `on_existing: "update"` what is given is set, and approved e-mails note that their lead changed.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export const importCampaignLeadsWorkflow = createWorkflow(
  "import-campaign-leads",
  (input: WorkflowData<ImportCampaignLeadsInput>) => {
    const outcome = addCampaignLeadsStep(input)
    flagStaleApprovalsStep(
      transform({ input, outcome }, ({ input: { campaign_id }, outcome: { updated_ids } }) => ({
        campaign_id,
        campaign_lead_ids: updated_ids,
      }))
    )
    return new WorkflowResponse(transform({ outcome }, (data) => data.outcome.counts))
  }
)
