import type { BlindComparison, JudgedPair } from "./verdict-types"

type BatchIds = readonly [first: string, second: string]

/** Whether a comparison is about these two batches, whichever comes first. */
export const isAbout = ({ batch_ids }: BlindComparison, wanted: BatchIds): boolean =>
  wanted.every((id) => batch_ids.includes(id))

const OTHER = { first: "second", second: "first" } as const

/** A comparison with its batches in the order in which they are shown. */
export type ShownComparison = BlindComparison & {
  /** Its pairs come the other way round. */
  isTurned: boolean
}

export function orientComparison(
  comparison: BlindComparison,
  [shownFirst]: BatchIds
): ShownComparison {
  if (comparison.batch_ids[0] === shownFirst) return { ...comparison, isTurned: false }
  const { batch_ids, wins, win_rate, interval, decision } = comparison
  return {
    ...comparison,
    isTurned: true,
    batch_ids: [batch_ids[1], batch_ids[0]],
    wins: [wins[1], wins[0]],
    win_rate: win_rate === null ? null : 1 - win_rate,
    interval: [1 - interval[1], 1 - interval[0]],
    decision: decision === "none_shown" ? decision : OTHER[decision],
  }
}

/** A pair in the same order. */
export function turnPair(pair: JudgedPair): JudgedPair {
  const { outcome, choices, drafts } = pair
  return {
    ...pair,
    outcome: outcome === "first" || outcome === "second" ? OTHER[outcome] : outcome,
    choices: { ...choices, first: choices.second, second: choices.first },
    drafts: [drafts[1], drafts[0]],
  }
}
