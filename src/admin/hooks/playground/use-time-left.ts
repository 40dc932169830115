import { useRef } from "react"
import type { Counts } from "../../lib/playground/types"
import { timeLeft, type ProgressSample } from "../../lib/playground/time-left"

/** How long the batch will take at the pace that was seen since the page looked, in ms; null: unknown. */
export function useTimeLeft({ pending, running, total }: Counts): number | null {
  const first = useRef<ProgressSample | null>(null)
  const open = pending + running
  const now = { ended: total - open, at: Date.now() }
  if (open === 0) {
    first.current = null
    return null
  }
  // A retry opens ended ones again: the pace before it says nothing about what comes.
  if (!first.current || now.ended < first.current.ended) first.current = now
  return timeLeft(first.current, now, open)
}
