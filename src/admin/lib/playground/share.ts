/** So many of so many, with what that says of the rate behind it. */
export interface Share {
  hits: number
  n: number
  /** Wilson's interval at 95 %, from 0 to 1: [0, 1] when nothing was counted. */
  interval: readonly [low: number, high: number]
}

/** Of two-sided 95 %: the 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/** The same interval as the server's (`docs/verdict.md`), for what is counted on the page. */
export function shareOf(hits: number, n: number): Share {
  if (n === 0) return { hits, n, interval: [0, 1] }
  const share = hits / n
  const spread = (Z * Z) / n
  const half = Z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  const low = (share + spread / 2 - half) / (1 + spread)
  const high = (share + spread / 2 + half) / (1 + spread)
  return { hits, n, interval: [hits === 0 ? 0 : low, hits === n ? 1 : high] }
}
