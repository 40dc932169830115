import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { SavePromptVersionInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { savePromptVersionStep } from "./steps/save-prompt-version"

/**
 * Makes a text the current version of a prompt, whether it had it before or not.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA for a text that is no template
 */
export const savePromptVersionWorkflow = createWorkflow(
  "save-prompt-version",
  (input: WorkflowData<SavePromptVersionInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(savePromptVersionStep(input))
  }
)
