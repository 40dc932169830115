import type { BatchPromptDTO, ResolvedPromptDTO } from "../batches/dtos"
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

/** See `BatchPlanner.resolvePrompt`. */
export function resolveBatchPrompt(
  { custom_prompt, campaign, step, attributes }: ResolveBatchPromptInput,
  defaultPrompt: string
): BatchPromptDTO {
  const known = toKnownNames(step, attributes)
  const resolve = (variant: string | null): ResolvedPromptDTO =>
    resolvePrompt({
      request: custom_prompt,
      variant,
      campaign: campaign.system_prompt,
      sender: step.sender?.custom_prompt ?? null,
      default: defaultPrompt,
    })
  const own = step.variants.map(({ label, prompt }) => [label, resolve(prompt ?? null)] as const)
  const variants = Object.fromEntries(own.filter(([, { source }]) => source === "variant"))
  const ofBatch = resolve(null)
  for (const prompt of [ofBatch, ...Object.values(variants)]) assertPromptRuns(prompt, known)
  return { ...ofBatch, variants }
}

/** The prompt of the tasks of one variant. */
export function promptOf(
  { variants = {}, ...ofBatch }: BatchPromptDTO,
  variant_label: string
): ResolvedPromptDTO {
  return Object.hasOwn(variants, variant_label) ? (variants[variant_label] ?? ofBatch) : ofBatch
}

/** A prompt that is to be kept with a campaign or a sender, for batches to come. */
export interface KeptPrompt {
  text: string
  source: Exclude<PromptSource, "request" | "default">
}

/** See `BatchPlanner.assertPromptUsable`. */
export function assertPromptUsable(prompt: KeptPrompt, attributes: string[][]): void {
  assertPromptRuns(prompt, { attributes, sender: null, mayGrow: true })
}
