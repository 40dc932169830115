import type { EvaluationPreview } from "./evaluation-types"

type Spend = NonNullable<EvaluationPreview["judging_estimate"]>

/** What all of them use together; null where one cannot be told. A cost that is not known of one is none. */
export function sumOfSpends(spends: readonly (Spend | null)[]): Spend | null {
  const known = spends.filter((spend) => spend !== null)
  const [first] = known
  if (!first || known.length < spends.length) return null
  const costs = known.flatMap(({ cost }) => cost ?? [])
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    input_tokens: sum(known.map(({ input_tokens }) => input_tokens)),
    output_tokens: sum(known.map(({ output_tokens }) => output_tokens)),
    cost:
      first.cost && costs.length === known.length
        ? { ...first.cost, amount: sum(costs.map(({ amount }) => amount)) }
        : null,
  }
}
