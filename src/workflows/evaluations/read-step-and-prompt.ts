import type { MedusaContainer } from "@medusajs/framework/types"
import type { BatchPromptDTO } from "../../modules/playground"
import type { CampaignSnapshot, StepSnapshot } from "../../ports"
import { retrieveStep } from "../campaigns/retrieve-step"
import { resolveCampaignSource, resolvePlayground } from "../common/resolve-modules"
import { readAttributes } from "../leads/read-attributes"

interface Asked {
  /** 1 to 32. */
  step_index: number
  /** Null, as `prompt_id`: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
  /** A named prompt: its current version. */
  prompt_id: string | null
}

/**
 * The step and the prompt that an evaluation is of.
 *
 * @throws MedusaError NOT_FOUND for an unknown step or prompt; INVALID_DATA for a prompt that cannot run
 */
export async function readStepAndPrompt(
  container: MedusaContainer,
  campaign: CampaignSnapshot,
  { step_index, custom_prompt, prompt_id }: Asked
): Promise<{ step: StepSnapshot; prompt: BatchPromptDTO }> {
  const source = resolveCampaignSource(container)
  const { planner, verdict } = resolvePlayground(container)
  const step = await retrieveStep(source, campaign.id, step_index)
  const named = prompt_id && (await verdict.prompts.retrieveCurrentText(campaign.id, prompt_id))
  const prompt = planner.resolvePrompt({
    custom_prompt: named ?? custom_prompt,
    campaign,
    step,
    attributes: await readAttributes(source, campaign.id),
  })
  return { step, prompt }
}
