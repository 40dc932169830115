import { useState } from "react"
import type { Draft } from "../lib/playground/types"
import { useBatchProgress } from "./use-batch-progress"
import { useGenerateDrafts } from "./use-batches"
import type { Composer } from "./use-composer"
import { useDrafts } from "./use-drafts"

/** Real drafts for a few leads beside the prompt, each try against the one before. */
export function useSample(
  campaignId: string,
  { stepIndex, prompt }: Pick<Composer, "stepIndex" | "prompt">,
  onRun: () => void
) {
  const [leadIds, setLeadIds] = useState<readonly string[]>([])
  /** Of the last two tries, the older first. */
  const [tries, setTries] = useState<readonly string[]>([])
  const generate = useGenerateDrafts(campaignId)
  const [before, now] = tries.length > 1 ? tries : [null, tries[0] ?? null]
  const { data: state } = useBatchProgress(campaignId, now ?? null)
  const newDrafts = useDrafts(campaignId, now ?? "", state?.overall.succeeded ?? 0, now != null)
  const oldDrafts = useDrafts(campaignId, before ?? "", 0, before != null)
  const run = () => {
    if (leadIds.length === 0 || generate.isPending) return
    onRun()
    generate.mutate(
      {
        step_index: stepIndex,
        campaign_lead_ids: [...leadIds],
        ...(prompt.trim() !== "" && { custom_prompt: prompt }),
      },
      { onSuccess: ({ batch_id }) => setTries((old) => [...old.slice(-1), batch_id]) }
    )
  }
  const draftOf = (drafts: readonly Draft[] | undefined, leadId: string) =>
    drafts?.find(({ campaign_lead_id }) => campaign_lead_id === leadId)
  return {
    leadIds,
    setLeadIds,
    run,
    isStarting: generate.isPending,
    error: generate.error,
    /** Whether anything was tried yet. */
    isTried: now !== null,
    isRunning: state !== undefined && state.overall.pending + state.overall.running > 0,
    /** What the last try came to for a lead, and the one before it. */
    resultOf: (leadId: string) => ({
      progress: state?.per_lead.find(({ campaign_lead_id }) => campaign_lead_id === leadId),
      draft: draftOf(newDrafts.data?.drafts, leadId),
      before: draftOf(oldDrafts.data?.drafts, leadId),
    }),
  }
}

export type Sample = ReturnType<typeof useSample>
