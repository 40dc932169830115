import type { ResolvedPromptDTO } from "../batches/dtos"
import type { CampaignSnapshot, StepSnapshot } from "../../../ports"
import { assertPromptParses } from "./assert-prompt-parses"
import { resolvePrompt } from "./resolve-prompt"

export interface ResolveBatchPromptInput {
  custom_prompt: string | null
  campaign: CampaignSnapshot
  step: StepSnapshot
}

/** See `PlaygroundModuleService.resolvePrompt`. */
export function resolveBatchPrompt(
  { custom_prompt, campaign, step }: ResolveBatchPromptInput,
  defaultPrompt: string
): ResolvedPromptDTO {
  const prompt = resolvePrompt({
    request: custom_prompt,
    campaign: campaign.system_prompt,
    sender: step.sender?.custom_prompt ?? null,
    default: defaultPrompt,
  })
  assertPromptParses(prompt)
  return prompt
}
