import { MAX_LEADS } from "./lead-count"
import type { BatchStatus } from "./types"

/** Ways to say which leads the next batch is for. */
export const SELECTIONS = ["undrafted", "sample", "first", "these", "failed", "left"] as const
export type Selection = (typeof SELECTIONS)[number]

/** Named one by one; the others are a number and a rule. */
const NAMED = ["these", "failed", "left"] as const satisfies readonly Selection[]
export type NamedSelection = (typeof NAMED)[number]

export const isNamed = (selection: Selection): selection is NamedSelection =>
  NAMED.some((named) => named === selection)

/** How `generate` and `preview` are told which leads they are for. */
export type SelectionInput =
  | { n_leads: number; lead_selection: "first" | "undrafted" | "sample" }
  | { campaign_lead_ids: string[] }

/** Null: nobody is chosen, or the number is none. */
export function toSelectionInput(
  selection: Selection,
  n_leads: number | null,
  ids: readonly string[]
): SelectionInput | null {
  if (isNamed(selection))
    return ids.length > 0 ? { campaign_lead_ids: ids.slice(0, MAX_LEADS) } : null
  return n_leads === null ? null : { n_leads, lead_selection: selection }
}

/** Leads of a batch that have no draft of it: those that failed, and those that its end left. */
export function leadsWithoutDraft(
  state: Pick<BatchStatus, "per_lead"> | undefined,
  why: "failed" | "cancelled"
): string[] {
  return (state?.per_lead ?? [])
    .filter(({ status }) => status === why)
    .map(({ campaign_lead_id }) => campaign_lead_id)
}
