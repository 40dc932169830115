import type { PairJudgingRow } from "../sql/judging/read-pair-judging"
import {
  comparePairs,
  outcomeOf,
  type PairChoices,
  type PairOutcome,
} from "../verdict/compare-pairs"
import type { JudgeVerdict, PairJudgingOutcomeDTO } from "../verdict/dtos"
import { toAgreement } from "./agreement"

/** Both calls about a pair, as if two people had chosen: unequal ones are a tie. */
export function toJudgeChoices({ straight_choice, swapped_choice }: PairJudgingRow): PairChoices {
  const choices = { first: 0, second: 0, equal: 0 }
  choices[straight_choice] += 1
  choices[swapped_choice] += 1
  return choices
}

/** What the judge made of a pair that it has judged in both orders. */
export function toJudgeOutcome(judging: PairJudgingRow): PairJudgingOutcomeDTO {
  const { straight_choice, straight_reason, swapped_choice, swapped_reason } = judging
  return {
    outcome: outcomeOf(toJudgeChoices(judging)) ?? "tie",
    calls: [
      { shown_first: "first", choice: straight_choice, reason: straight_reason },
      { shown_first: "second", choice: swapped_choice, reason: swapped_reason },
    ],
  }
}

const OUTCOMES = ["first", "second", "tie"] as const

/**
 * Null: the judge has judged no pair.
 *
 * @param people what people chose, by pair
 */
export function toJudgeVerdict(
  judgings: readonly PairJudgingRow[],
  people: ReadonlyMap<string, PairChoices>
): JudgeVerdict | null {
  if (judgings.length === 0) return null
  const { judged, wins, ties, win_rate, interval, p_value, decision, needed } = comparePairs(
    judgings.map(toJudgeChoices)
  )
  const both = judgings.flatMap((judging) => {
    const chosen = people.get(judging.pair_id)
    const [ours, its] = [chosen && outcomeOf(chosen), outcomeOf(toJudgeChoices(judging))]
    return ours && its ? [{ ours, its }] : []
  })
  const count = (row: PairOutcome, column: PairOutcome) =>
    both.filter(({ ours, its }) => ours === row && its === column).length
  const agreement = toAgreement(OUTCOMES.map((row) => OUTCOMES.map((column) => count(row, column))))
  return { judged, wins, ties, win_rate, interval, p_value, decision, needed, agreement }
}
