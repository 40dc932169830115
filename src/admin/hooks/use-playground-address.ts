import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"

export const PLAYGROUND_TABS = ["preview", "drafts", "compare", "history"] as const
export type PlaygroundTab = (typeof PLAYGROUND_TABS)[number]

/** What the page shows, kept in the address, so that it can be linked and reloaded. */
export function usePlaygroundAddress() {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (values: Record<string, string | null>) =>
      setParams((old) => {
        const next = new URLSearchParams(old)
        for (const [name, value] of Object.entries(values)) {
          if (value === null) next.delete(name)
          else next.set(name, value)
        }
        return next
      }),
    [setParams]
  )
  const tab = PLAYGROUND_TABS.find((name) => name === params.get("tab"))
  return {
    batchId: params.get("batch_id"),
    /** Undefined: whichever fits. */
    tab,
    showBatch: (batchId: string | null) => set({ batch_id: batchId, tab: null }),
    showTab: (tab: PlaygroundTab) => set({ tab }),
  }
}
