import { createWorkflow, transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateCampaignStep } from "../campaigns/steps/update-campaign"
import { readPromptVersionStep, type UsePromptInput } from "./steps/read-prompt-version"

/**
 * Makes a version of a named prompt the campaign's `system_prompt`.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, prompt or version; NOT_ALLOWED where campaigns
 *   are the host's own
 */
export const usePromptWorkflow = createWorkflow(
  "use-prompt",
  (input: WorkflowData<UsePromptInput>) => {
    const text = readPromptVersionStep(input)
    const change = transform(
      { input, text },
      ({ input: { campaign_id }, text: system_prompt }) => ({
        campaign_id,
        change: { system_prompt },
      })
    )
    return new WorkflowResponse(updateCampaignStep(change))
  }
)
