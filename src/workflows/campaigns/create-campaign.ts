import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CampaignInput } from "../../modules/outreach"
import { createCampaignStep } from "./steps/create-campaign"

/** Makes a campaign with its steps. @throws MedusaError INVALID_DATA for an unknown sender profile */
export const createCampaignWorkflow = createWorkflow(
  "create-campaign",
  (input: WorkflowData<CampaignInput>) => new WorkflowResponse(createCampaignStep(input))
)
