import type { ResolvedPromptDTO } from "../batches/dtos"
import type { CampaignSnapshot, StepSnapshot } from "../../../ports"
import type { PromptSource } from "../state-machine"
import { assertPromptRuns } from "./assert-prompt-runs"
import { toKnownNames } from "./known-names"
import { resolvePrompt } from "./resolve-prompt"

export interface ResolveBatchPromptInput {
  custom_prompt: string | null
  campaign: CampaignSnapshot
  step: StepSnapshot
  /** Those that the campaign's leads have, see `CampaignSource.listAttributePaths`; null: any may exist. */
  attributes: string[][] | null
}

/** See `PlaygroundModuleService.resolvePrompt`. */
export function resolveBatchPrompt(
  { custom_prompt, campaign, step, attributes }: ResolveBatchPromptInput,
  defaultPrompt: string
): ResolvedPromptDTO {
  const prompt = resolvePrompt({
    request: custom_prompt,
    campaign: campaign.system_prompt,
    sender: step.sender?.custom_prompt ?? null,
    default: defaultPrompt,
  })
  assertPromptRuns(prompt, toKnownNames(step, attributes))
  return prompt
}

/** A prompt that is to be kept with a campaign or a sender, for batches to come. */
export interface KeptPrompt {
  text: string
  source: Exclude<PromptSource, "request" | "default">
}

/** See `PlaygroundModuleService.assertPromptUsable`. */
export function assertPromptUsable(prompt: KeptPrompt, attributes: string[][]): void {
  assertPromptRuns(prompt, { attributes, sender: null, mayGrow: true })
}
