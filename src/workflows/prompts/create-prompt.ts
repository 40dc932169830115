import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CreatePromptInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { createPromptStep } from "./steps/create-prompt"

/**
 * Gives a prompt a name in its campaign. Answers its id.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign; INVALID_DATA for a text that is no template;
 *   NOT_ALLOWED for a name that is taken
 */
export const createPromptWorkflow = createWorkflow(
  "create-prompt",
  (input: WorkflowData<CreatePromptInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(createPromptStep(input))
  }
)
