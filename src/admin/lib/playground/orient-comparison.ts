import type { BlindComparison, JudgedPair, JudgeVerdict } from "./verdict-types"

type BatchIds = readonly [first: string, second: string]

/** Whether a comparison is about these two batches, whichever comes first. */
export const isAbout = ({ batch_ids }: BlindComparison, wanted: BatchIds): boolean =>
  wanted.every((id) => batch_ids.includes(id))

const OTHER = { first: "second", second: "first", tie: "tie", equal: "equal" } as const

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
  const { batch_ids, judge } = comparison
  return {
    ...comparison,
    ...turnFigures(comparison),
    isTurned: true,
    batch_ids: [batch_ids[1], batch_ids[0]],
    judge: judge && { ...judge, ...turnFigures(judge) },
  }
}

/** People's figures as well as the judge's. */
function turnFigures({
  wins,
  win_rate,
  interval,
  decision,
}: Pick<JudgeVerdict, "wins" | "win_rate" | "interval" | "decision">) {
  return {
    wins: [wins[1], wins[0]] satisfies JudgeVerdict["wins"],
    win_rate: win_rate === null ? null : 1 - win_rate,
    interval: [1 - interval[1], 1 - interval[0]] satisfies JudgeVerdict["interval"],
    decision: decision === "none_shown" ? decision : OTHER[decision],
  }
}

/** A pair in the same order. */
export function turnPair(pair: JudgedPair): JudgedPair {
  const { outcome, choices, drafts, judge } = pair
  return {
    ...pair,
    outcome: outcome && OTHER[outcome],
    judge: judge && {
      outcome: OTHER[judge.outcome],
      calls: [turnCall(judge.calls[0]), turnCall(judge.calls[1])],
    },
    choices: { ...choices, first: choices.second, second: choices.first },
    drafts: [drafts[1], drafts[0]],
  }
}

const turnCall = ({ shown_first, choice, reason }: Call): Call => ({
  shown_first: OTHER[shown_first],
  choice: OTHER[choice],
  reason,
})

type Call = NonNullable<JudgedPair["judge"]>["calls"][number]
