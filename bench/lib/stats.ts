/** The middle of some measurements and how far they lie apart. */
export interface Spread {
  q1: number
  median: number
  q3: number
}

/** The value below which `share` of the sorted measurements lie, between neighbours in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const lower = sorted[Math.floor(place)] ?? NaN
  const upper = sorted[Math.ceil(place)] ?? NaN
  return lower + (upper - lower) * (place - Math.floor(place))
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return { q1: quantile(sorted, 0.25), median: quantile(sorted, 0.5), q3: quantile(sorted, 0.75) }
}

export const median = (values: readonly number[]): number => spread(values).median
