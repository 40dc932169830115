import { useState } from "react"
import { parseLeadCount, usualLeadCount } from "../lib/playground/lead-count"
import {
  isNamed,
  leadsWithoutDraft,
  toSelectionInput,
  type Selection,
} from "../lib/playground/lead-selection"
import type { BatchStatus } from "../lib/playground/types"
import { useLeadCount } from "./use-leads"

/** Which leads the next batch is for, in words with counts. */
export function useLeadSelection(
  campaignId: string,
  stepIndex: number,
  state: BatchStatus | undefined
) {
  const [chosen, setChosen] = useState<Selection>("undrafted")
  const [typed, setTyped] = useState<string | null>(null)
  const [picked, setPicked] = useState<readonly string[]>([])
  // Whoever holds an approved e-mail of the step is passed over.
  const open = {
    step_index: stepIndex,
    variant_type: "PERSONALIZATION",
    approved: false,
  } as const
  const all = useLeadCount(campaignId, open)
  const undrafted = useLeadCount(campaignId, { ...open, has_draft: false })
  const ids = {
    these: picked,
    failed: leadsWithoutDraft(state, "failed"),
    left: leadsWithoutDraft(state, "cancelled"),
  }
  const counts = { undrafted, sample: all, first: all, ...mapLengths(ids) }
  // What was chosen may be gone: the next batch in view has other failures.
  const selection =
    chosen !== "these" && counts[chosen] === 0 ? (undrafted === 0 ? "first" : "undrafted") : chosen
  const named = isNamed(selection) ? ids[selection] : []
  const leadCount = typed ?? usualLeadCount(counts[selection])
  const n_leads = parseLeadCount(leadCount)
  return {
    selection,
    choose: setChosen,
    /** How many leads there are for each; undefined: not known yet. */
    counts,
    /** The text in the number's field. */
    leadCount,
    setLeadCount: setTyped,
    isLeadCountValid: n_leads !== null,
    picked,
    pick: (leadIds: readonly string[]) => {
      setPicked(leadIds)
      setChosen("these")
    },
    /** As `generate` and `preview` take it; null: nobody is chosen. */
    input: toSelectionInput(selection, n_leads, named),
  }
}

export type LeadSelection = ReturnType<typeof useLeadSelection>

const mapLengths = <Key extends string>(ids: Record<Key, readonly string[]>) =>
  Object.fromEntries(
    Object.entries<readonly string[]>(ids).map(([key, { length }]) => [key, length])
  ) as Record<Key, number>
