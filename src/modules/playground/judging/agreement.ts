import type { AgreementCounts } from "../sql/judging/read-judging"
import type { AgreementDTO } from "./dtos"

/** Below so many drafts agreement is told, and said to be too little to go by. */
export const ENOUGH = 20

/**
 * How far two sides agree on good or bad: the share of the same answers, and Cohen's kappa, which takes
 * off what chance alone would give: `(share - chance) / (1 - chance)`, where chance is the sum over both
 * answers of the product of how often each side gives it. 1: always; 0: no more than chance; below 0: less.
 * Null where it is not defined: without drafts, or where both sides only ever give one answer.
 *
 * Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement
 * 20, 37–46.
 */
export function toAgreement(counts: AgreementCounts): AgreementDTO {
  const { both_good, only_people, only_judge, both_bad } = counts
  const n = both_good + only_people + only_judge + both_bad
  if (n === 0) return { share: null, kappa: null, n, enough: false }
  const share = (both_good + both_bad) / n
  const good = (both_good + only_people) * (both_good + only_judge)
  const bad = (both_bad + only_judge) * (both_bad + only_people)
  const chance = (good + bad) / n ** 2
  const kappa = chance < 1 ? (share - chance) / (1 - chance) : null
  return { share, kappa, n, enough: n >= ENOUGH }
}
