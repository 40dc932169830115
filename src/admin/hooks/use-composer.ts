import { MAX_LEADS } from "../lib/playground/lead-count"
import { loadedPrompts, promptKey, keptPrompts } from "../lib/playground/kept"
import type { BatchStatus } from "../lib/playground/types"
import { useKeptTexts } from "./common/use-kept-texts"
import { useSettled } from "./common/use-settled"
import { useGenerateDrafts } from "./use-batches"
import { useLeadSelection } from "./use-lead-selection"
import { usePlaygroundAddress } from "./use-playground-address"
import { usePreview, type PreviewInput } from "./use-prompts"

interface ComposerInput {
  campaignId: string
  steps: readonly [number, ...number[]]
  /** The lead that the preview is about; undefined: the batch's first. */
  leadId: string | undefined
  /** The batch in view: its failures can be drafted again. */
  state: BatchStatus | undefined
  onGenerated: (batchId: string) => void
}

/** What the next batch will be made of, what it would send and cost, and the making of it. */
export function useComposer({ campaignId, steps, leadId, state, onGenerated }: ComposerInput) {
  const address = usePlaygroundAddress()
  const stepIndex = steps.find((step) => step === address.stepIndex) ?? steps[0]
  const key = promptKey(campaignId, stepIndex)
  const prompt = useKeptTexts(keptPrompts).get(key) ?? ""
  const setPrompt = (text: string) =>
    text === "" ? keptPrompts.drop(key) : keptPrompts.keep(key, text)
  const loadedId = useKeptTexts(loadedPrompts).get(key)
  const load = (text: string, promptId: string) => {
    setPrompt(text)
    loadedPrompts.keep(key, promptId)
  }
  const leads = useLeadSelection(campaignId, stepIndex, state)

  const input: PreviewInput = {
    step_index: stepIndex,
    ...(leads.input ?? { n_leads: 1, lead_selection: "first" }),
    ...(prompt.trim() !== "" && { custom_prompt: prompt }),
    ...(leadId !== undefined && { campaign_lead_id: leadId }),
  }
  const preview = usePreview(campaignId, useSettled(input))

  const { mutate, isPending, error } = useGenerateDrafts(campaignId)
  const run = (selection = leads.input) => {
    if (selection === null) return
    mutate(
      {
        step_index: stepIndex,
        ...selection,
        ...(prompt.trim() !== "" && { custom_prompt: prompt }),
      },
      { onSuccess: ({ batch_id }) => onGenerated(batch_id) }
    )
  }
  return {
    prompt,
    setPrompt,
    /** Takes the text of a named prompt. */
    load,
    /** The named prompt that was loaded or saved last. */
    loadedId,
    stepIndex,
    onStepChange: address.showStep,
    leads,
    preview,
    generate: {
      isPending,
      error,
      run: () => run(),
      /** For those without a draft, at most as many as a batch holds. */
      runForRest: () =>
        run({ n_leads: restOf(leads.counts.undrafted), lead_selection: "undrafted" }),
    },
  }
}

/** How many leads without a draft the next batch takes. */
export const restOf = (undrafted: number | undefined): number =>
  Math.min(undrafted ?? MAX_LEADS, MAX_LEADS)

export type Composer = ReturnType<typeof useComposer>
