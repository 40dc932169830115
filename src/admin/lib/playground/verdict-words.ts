import type { BlindComparison } from "./verdict-types"

/** Of people or of the judge. */
type Decided = Pick<
  BlindComparison,
  "judged" | "pairs" | "wins" | "ties" | "interval" | "decision" | "needed"
>

const asPercent = (share: number) => Math.round(share * 100)

/** The two letters that the batches go by. */
export const LETTERS = ["A", "B"] as const

/** Of the texts `verdict`. */
type Translate = (key: string, values?: Record<string, string | number>) => string

/** A comparison in one sentence, and what stands below it. */
export function toVerdictWords(t: Translate) {
  const sentence = ({ judged, pairs, wins, interval, decision, needed }: Decided) => {
    if (judged === 0) return t("sentence.unjudged", { count: pairs })
    const decided = wins[0] + wins[1]
    if (decision === "none_shown") {
      if (needed !== null) return t("sentence.more", { count: needed })
      return t(decided === 0 ? "sentence.allEqual" : "sentence.even", { count: judged })
    }
    const isSecond = decision === "second"
    const [low, high] = isSecond ? interval : [1 - interval[1], 1 - interval[0]]
    return t("sentence.better", {
      name: LETTERS[isSecond ? 1 : 0],
      wins: wins[isSecond ? 1 : 0],
      count: decided,
      low: asPercent(low),
      high: asPercent(high),
    })
  }
  const tally = ({ wins, ties }: Pick<Decided, "wins" | "ties">) =>
    t("sentence.wins", { first: wins[0], second: wins[1], ties })
  /** What people say, and whether the judge says so too. */
  const wholeSentence = (comparison: BlindComparison) => {
    const said = sentence(comparison)
    const { agreement } = comparison.judge ?? {}
    if (!agreement?.enough || agreement.share === null) return said
    const same = Math.round(agreement.share * agreement.n)
    const who = comparison.people > 1 ? "judgeAgreesWithPeople" : "judgeAgrees"
    return t(`sentence.${who}`, { said, same, of: agreement.n })
  }
  const remarks = ({ judged, pairs, ties, people, agreement, wins }: BlindComparison) => [
    ...(judged > 0 ? [t("sentence.judged", { judged, count: pairs })] : []),
    ...(judged > 0 ? [tally({ wins, ties })] : []),
    ...(people > 1 ? [t("sentence.people", { count: people })] : []),
    ...(agreement
      ? [t("sentence.agreement", { share: asPercent(agreement.share), count: agreement.n })]
      : []),
  ]
  return { sentence, wholeSentence, tally, remarks }
}
