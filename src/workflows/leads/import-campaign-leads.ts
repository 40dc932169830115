import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { addCampaignLeadsStep, type ImportCampaignLeadsInput } from "./steps/add-campaign-leads"

/**
 * Adds leads to a campaign, at most some thousands a run. Each gets its variant of every step; an
 * address that the campaign has already is skipped, so the same list may be imported again.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export const importCampaignLeadsWorkflow = createWorkflow(
  "import-campaign-leads",
  (input: WorkflowData<ImportCampaignLeadsInput>) =>
    new WorkflowResponse(addCampaignLeadsStep(input))
)
