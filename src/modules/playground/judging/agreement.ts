import type { AgreementDTO } from "./dtos"

/** Below so many agreement is told, and said to be too little to go by. */
export const ENOUGH = 20

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * How far two sides agree: the share of the same answers, and Cohen's kappa, which takes off what chance
 * alone would give: `(share - chance) / (1 - chance)`, where chance is the sum over the answers of the
 * product of how often each side gives it. 1: always; 0: no more than chance; below 0: less. Null where
 * it is not defined: where nothing was answered by both, or where both only ever give one answer.
 *
 * Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement
 * 20, 37–46.
 *
 * @param table how often each couple of answers was given: a row for each answer of the one side, in it a
 *   column for each of the other's, in the same order
 */
export function toAgreement(table: readonly (readonly number[])[]): AgreementDTO {
  const rows = table.map(sum)
  const n = sum(rows)
  if (n === 0) return { share: null, kappa: null, n, enough: false }
  const columns = table.map((_, at) => sum(table.map((row) => row[at] ?? 0)))
  const share = sum(table.map((row, at) => row[at] ?? 0)) / n
  const chance = sum(rows.map((count, at) => count * (columns[at] ?? 0))) / n ** 2
  const kappa = chance < 1 ? (share - chance) / (1 - chance) : null
  return { share, kappa, n, enough: n >= ENOUGH }
}
