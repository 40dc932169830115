import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { UpdatePromptInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { updatePromptStep } from "./steps/update-prompt"

/**
 * Renames a prompt, changes its note, or puts it into the archive and back.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED for a name that is taken
 */
export const updatePromptWorkflow = createWorkflow(
  "update-prompt",
  (input: WorkflowData<UpdatePromptInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(updatePromptStep(input))
  }
)
