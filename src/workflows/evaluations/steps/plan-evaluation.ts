import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateEvaluationInput, Thresholds } from "../../../modules/playground"
import type { CampaignSnapshot } from "../../../ports"
import { retrieveStep } from "../../campaigns/retrieve-step"
import { resolveCampaignSource, resolvePlayground } from "../../common/resolve-modules"
import { withoutPrompts } from "../../drafts/without-prompts"
import { readAttributes } from "../../leads/read-attributes"

/** What `POST /campaigns/{campaign_id}/playground/evaluations` asks for. */
export interface EvaluatePromptRequest {
  campaign_id: string
  test_set_id: string
  /** 1 to 32. */
  step_index: number
  /** Null, as `prompt_id`: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
  /** A named prompt: its current version. */
  prompt_id: string | null
  thresholds: Thresholds
  /** The host's actor id. */
  created_by: string
}

interface CampaignAndRequest {
  campaign: CampaignSnapshot
  request: EvaluatePromptRequest
}

/** Reads step and prompt. The leads are the test set's. */
export const planEvaluationStep = createStep(
  "plan-evaluation",
  async ({ campaign, request }: CampaignAndRequest, { container }) => {
    const source = resolveCampaignSource(container)
    const step = await retrieveStep(source, campaign.id, request.step_index)
    const prompt = resolvePlayground(container).planner.resolvePrompt({
      custom_prompt: await promptText(container, campaign, request),
      campaign,
      step,
      attributes: await readAttributes(source, campaign.id),
    })
    const { prompt_id, test_set_id, thresholds, created_by } = request
    return new StepResponse<CreateEvaluationInput>({
      campaign,
      step: withoutPrompts(step),
      prompt,
      prompt_id,
      test_set_id,
      thresholds,
      created_by,
    })
  }
)

async function promptText(
  container: MedusaContainer,
  campaign: CampaignSnapshot,
  { prompt_id, custom_prompt }: EvaluatePromptRequest
): Promise<string | null> {
  if (prompt_id === null) return custom_prompt
  const { prompts } = resolvePlayground(container).verdict
  return prompts.retrieveCurrentText(campaign.id, prompt_id)
}
