import { useCallback } from "react"
import { useLocation, useNavigate, useSearchParams } from "react-router-dom"
import { DRAFT_FILTERS } from "../lib/playground/draft-filter"

export const PLAYGROUND_TABS = [
  "drafts",
  "compare",
  "prompts",
  "checks",
  "tests",
  "history",
  "send",
] as const
export type PlaygroundTab = (typeof PLAYGROUND_TABS)[number]

type Values = Record<string, string | null>

/** Marks a step of the browser's history that the list of drafts comes right before. */
const FROM_LIST = { isFromList: true }

/** What the page shows, kept in the address, so that it can be linked and reloaded. */
export function usePlaygroundAddress() {
  const [params, setParams] = useSearchParams()
  const { state } = useLocation() as { state: Partial<typeof FROM_LIST> | null }
  const navigate = useNavigate()
  const set = useCallback(
    (values: Values, options?: { replace?: boolean; state?: unknown }) =>
      setParams((old) => withValues(old, values), options),
    [setParams]
  )
  const draftId = params.get("draft_id")
  const step = Number(params.get("step"))
  return {
    batchId: params.get("batch_id"),
    /** Null: none was chosen. */
    draftId,
    /** Null: none was chosen. */
    stepIndex: Number.isInteger(step) && step > 0 ? step : null,
    /** The test set that is looked into. */
    testSetId: params.get("test_set"),
    filter: DRAFT_FILTERS.find((name) => name === params.get("filter")) ?? "all",
    /** Undefined: whichever fits. */
    tab: PLAYGROUND_TABS.find((name) => name === params.get("tab")),
    showBatch: (batchId: string | null) =>
      set({ batch_id: batchId, tab: null, draft_id: null, filter: null }),
    showTab: (tab: PlaygroundTab) => set({ tab, test_set: null }),
    /** Null: all of them. */
    showTestSet: (id: string | null) => set({ tab: "tests", test_set: id }),
    showStep: (stepIndex: number) => set({ step: String(stepIndex) }, { replace: true }),
    showFilter: (filter: string) =>
      set({ filter: filter === "all" ? null : filter }, { replace: true }),
    /** From the list it is a step that Back takes back, from draft to draft it is not. */
    showDraft: (batchId: string, id: string) => {
      const values = { batch_id: batchId, draft_id: id }
      if (draftId === null) set(values, { state: FROM_LIST })
      else set(values, { replace: true, state })
    },
    showList: () => {
      if (state?.isFromList) void navigate(-1)
      else set({ draft_id: null }, { replace: true })
    },
  }
}

function withValues(old: URLSearchParams, values: Values): URLSearchParams {
  const next = new URLSearchParams(old)
  for (const [name, value] of Object.entries(values)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}
