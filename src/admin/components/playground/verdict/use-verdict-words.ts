import { useTranslation } from "react-i18next"
import type { BlindComparison } from "../../../lib/playground/verdict-types"

const asPercent = (share: number) => Math.round(share * 100)

/** The two letters that the batches go by. */
export const LETTERS = ["A", "B"] as const

/** A comparison in one sentence, and what stands below it. */
export function useVerdictWords() {
  const { t } = useTranslation("verdict")
  const sentence = ({ judged, pairs, wins, interval, decision, needed }: BlindComparison) => {
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
  const remarks = ({ judged, pairs, ties, people, agreement, wins }: BlindComparison) => [
    ...(judged > 0 ? [t("sentence.judged", { judged, count: pairs })] : []),
    ...(judged > 0 ? [t("sentence.wins", { first: wins[0], second: wins[1], ties })] : []),
    ...(people > 1 ? [t("sentence.people", { count: people })] : []),
    ...(agreement
      ? [t("sentence.agreement", { share: asPercent(agreement.share), count: agreement.n })]
      : []),
  ]
  return { sentence, remarks }
}
