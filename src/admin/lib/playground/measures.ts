import { shareOf, type Share } from "./share"
import type { Draft } from "./types"
import type { BlindComparison, CheckedBatch, Judgement } from "./verdict-types"

export const MEASURES = [
  "preferred",
  "preferredByJudge",
  "good",
  "approved",
  "rejected",
  "flagged",
  "kept",
] as const
export type MeasureName = (typeof MEASURES)[number]

/** One figure of both batches. */
export interface Measure {
  name: MeasureName
  shares: [first: Share, second: Share]
}

/** What is known of one batch. */
export interface Known {
  drafts: readonly Draft[]
  judgements: readonly Judgement[]
  /** By draft; empty where the campaign has no checks. */
  checked: CheckedBatch["drafts"]
}

/** The figures of two batches. One that neither batch says anything about is left out. */
export function toMeasures(
  comparison: BlindComparison | null,
  known: readonly [Known, Known]
): Measure[] {
  const each = (share: (known: Known) => Share): [Share, Share] => [
    share(known[0]),
    share(known[1]),
  ]
  const ofDrafts = (isHit: (draft: Draft) => boolean) =>
    each(({ drafts }) => shareOf(drafts.filter(isHit).length, drafts.length))
  const measures: Measure[] = [
    { name: "preferred", shares: ofWins(comparison) },
    { name: "preferredByJudge", shares: ofWins(comparison?.judge) },
    { name: "good", shares: each(({ judgements }) => ofGood(judgements)) },
    { name: "approved", shares: ofDrafts(({ review_status }) => review_status === "approved") },
    { name: "rejected", shares: ofDrafts(({ review_status }) => review_status === "rejected") },
    { name: "flagged", shares: ofDrafts(({ flags }) => flags.length > 0) },
    { name: "kept", shares: each(({ checked }) => ofKept(checked)) },
  ]
  const isSaid = ({ name, shares: [first, second] }: Measure) =>
    first.n + second.n > 0 &&
    (first.hits + second.hits > 0 || (name !== "approved" && name !== "rejected"))
  return measures.filter(isSaid)
}

/** Among decided pairs. */
function ofWins(decided: { wins: [number, number] } | null | undefined): [Share, Share] {
  const [first, second] = decided?.wins ?? [0, 0]
  return [shareOf(first, first + second), shareOf(second, first + second)]
}

/** Among those that say good or bad. */
function ofGood(judgements: readonly Judgement[]): Share {
  const said = judgements.filter(({ verdict }) => verdict !== null)
  return shareOf(said.filter(({ verdict }) => verdict === "good").length, said.length)
}

function ofKept(checked: CheckedBatch["drafts"]): Share {
  const told = checked.filter(({ results }) => results.length > 0)
  const kept = told.filter(({ results }) => results.every(({ passed }) => passed))
  return shareOf(kept.length, told.length)
}
