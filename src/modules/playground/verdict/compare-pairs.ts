import { pairsNeeded, signTest, SIGNIFICANCE, wilsonInterval } from "./binomial"

/** How people chose about one pair: for the first batch's draft, the second's, or neither. */
export interface PairChoices {
  first: number
  second: number
  equal: number
}

export type PairOutcome = "first" | "second" | "tie"

/** Who is the better one of a pair: named by more than half of those who judged it. Null: nobody did. */
export function outcomeOf({ first, second, equal }: PairChoices): PairOutcome | null {
  const people = first + second + equal
  if (people === 0) return null
  if (2 * first > people) return "first"
  return 2 * second > people ? "second" : "tie"
}

/** How often two people who judged the same pair chose the same. */
export interface Agreement {
  /** From 0 to 1. */
  share: number
  /** Of so many couples of choices. */
  n: number
}

const couples = (people: number) => (people * (people - 1)) / 2

/** Null where no pair was judged by two people. */
export function agreementOf(pairs: readonly PairChoices[]): Agreement | null {
  let same = 0
  let n = 0
  for (const { first, second, equal } of pairs) {
    same += couples(first) + couples(second) + couples(equal)
    n += couples(first + second + equal)
  }
  return n === 0 ? null : { share: same / n, n }
}

/** What a comparison comes to. `docs/verdict.md` says of each figure how it is made. */
export interface ComparisonVerdict {
  /** Pairs in all. */
  pairs: number
  /** Pairs that somebody judged. */
  judged: number
  wins: [first: number, second: number]
  /** Judged pairs that neither won. They count nowhere else. */
  ties: number
  /** Share of the second among decided pairs, from 0 to 1; null when none is decided. */
  win_rate: number | null
  /** Wilson's interval of `win_rate` at 95 %; [0, 1] when none is decided. */
  interval: [low: number, high: number]
  /** Exact two-sided sign test. */
  p_value: number
  /** Which is better, where the test says so. */
  decision: "first" | "second" | "none_shown"
  /** About how many more decided pairs would tell at this rate; null where none would. */
  needed: number | null
  agreement: Agreement | null
}

export function comparePairs(pairs: readonly PairChoices[]): ComparisonVerdict {
  const outcomes = pairs.map(outcomeOf)
  const count = (outcome: PairOutcome) => outcomes.filter((one) => one === outcome).length
  const wins: [number, number] = [count("first"), count("second")]
  const decided = wins[0] + wins[1]
  const p_value = signTest(wins)
  const leader = wins[1] > wins[0] ? "second" : "first"
  return {
    pairs: pairs.length,
    judged: outcomes.filter((outcome) => outcome !== null).length,
    wins,
    ties: count("tie"),
    win_rate: decided === 0 ? null : wins[1] / decided,
    interval: wilsonInterval(wins[1], decided),
    p_value,
    decision: p_value < SIGNIFICANCE ? leader : "none_shown",
    needed: pairsNeeded(wins),
    agreement: agreementOf(pairs),
  }
}
