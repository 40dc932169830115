import { useState } from "react"
import { parseLeadCount } from "../lib/playground/lead-count"
import { useGenerateDrafts } from "./use-batches"
import { useKeptTexts } from "./common/use-kept-texts"
import { usePlaygroundAddress } from "./use-playground-address"
import { keptPrompts, promptKey } from "../lib/playground/kept"
import { useSettled } from "./common/use-settled"
import { usePreview, type PreviewInput } from "./use-prompts"

const DEFAULT_LEADS = "50"

/** What the next batch will be made of, what it would send and cost, and the making of it. */
export function useComposer(
  campaignId: string,
  steps: readonly [number, ...number[]],
  leadId: string | undefined,
  onGenerated: (batchId: string) => void
) {
  const address = usePlaygroundAddress()
  const stepIndex = steps.find((step) => step === address.stepIndex) ?? steps[0]
  const key = promptKey(campaignId, stepIndex)
  const prompt = useKeptTexts(keptPrompts).get(key) ?? ""
  const setPrompt = (text: string) =>
    text === "" ? keptPrompts.drop(key) : keptPrompts.keep(key, text)
  const [leadCount, setLeadCount] = useState(DEFAULT_LEADS)
  const n_leads = parseLeadCount(leadCount)
  const isBlank = prompt.trim() === ""

  const input: PreviewInput = {
    step_index: stepIndex,
    n_leads: n_leads ?? 1,
    ...(!isBlank && { custom_prompt: prompt }),
    ...(leadId !== undefined && { campaign_lead_id: leadId }),
  }
  const preview = usePreview(campaignId, useSettled(input))

  const { mutate, isPending, error } = useGenerateDrafts(campaignId)
  const run = () => {
    if (n_leads === null) return
    mutate(
      { step_index: stepIndex, n_leads, ...(!isBlank && { custom_prompt: prompt }) },
      {
        onSuccess: ({ batch_id }) => onGenerated(batch_id),
      }
    )
  }
  return {
    prompt,
    setPrompt,
    stepIndex,
    onStepChange: address.showStep,
    leadCount,
    onLeadCountChange: setLeadCount,
    isLeadCountValid: n_leads !== null,
    preview,
    generate: { isPending, error, run },
  }
}

export type Composer = ReturnType<typeof useComposer>
