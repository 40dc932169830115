import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { JudgeDraftInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { judgeDraftStep } from "./steps/judge-draft"

/**
 * Notes what a person thinks of a draft, in place of what they thought before.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or draft
 */
export const judgeDraftWorkflow = createWorkflow(
  "judge-draft",
  (input: WorkflowData<JudgeDraftInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(judgeDraftStep(input))
  }
)
