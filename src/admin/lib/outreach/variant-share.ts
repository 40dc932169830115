/** What each weight comes to in whole per cent of all; null: they make no sense yet. */
export function sharesOf(weights: readonly number[]): (number | null)[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (sum > 0 ? Math.round((weight / sum) * 100) : null))
}
