/** Of two-sided 95 %: the 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson's score interval at 95 % for a share of `hits` among `n`: [0, 1] when nothing was counted.
 *
 * Source: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212; without
 * continuity correction, method 3 of Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872.
 */
export function wilsonInterval(hits: number, n: number): [low: number, high: number] {
  if (n === 0) return [0, 1]
  const share = hits / n
  const spread = (Z * Z) / n
  const centre = share + spread / 2
  const half = Z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  const bound = (value: number) => Math.min(1, Math.max(0, value / (1 + spread)))
  return [hits === 0 ? 0 : bound(centre - half), hits === n ? 1 : bound(centre + half)]
}

/**
 * The exact two-sided sign test: how likely a split at least as uneven as `wins` is, if both sides were
 * equally good. 1 when nothing was decided.
 *
 * Source: Binomial(n, 1/2), twice the smaller tail and never more than 1; Conover, W. J. (1999),
 * Practical Nonparametric Statistics, 3rd ed., section 3.4.
 */
export function signTest([first, second]: readonly [number, number]): number {
  const n = first + second
  if (n === 0 || first === second) return 1
  const fewer = Math.min(first, second)
  return Math.min(1, 2 * (n <= MOST_EXACT ? lowerTail(n, fewer) : lowerTailByLogarithm(n, fewer)))
}

/** 2^-n is still a normal number. */
const MOST_EXACT = 1_000

/** P(X <= k) of Binomial(n, 1/2), from the smallest term up. */
function lowerTail(n: number, k: number): number {
  let term = 2 ** -n
  let tail = term
  for (let hits = 1; hits <= k; hits++) {
    term *= (n - hits + 1) / hits
    tail += term
  }
  return tail
}

/** The same where the smallest terms are too small to be written: from the largest one down. */
function lowerTailByLogarithm(n: number, k: number): number {
  let term = Math.exp(logChoose(n, k) - n * Math.LN2)
  let tail = 0
  for (let hits = k; hits >= 0 && term > 0; hits--) {
    tail += term
    term *= hits / (n - hits + 1)
  }
  return tail
}

/** ln of n over k. */
function logChoose(n: number, k: number): number {
  let sum = 0
  for (let i = 1; i <= k; i++) sum += Math.log(n - k + i) - Math.log(i)
  return sum
}

/** A difference is told where it would come by chance in fewer than 5 of 100 comparisons. */
export const SIGNIFICANCE = 0.05
/** Nobody compares more. */
const MOST_PAIRS = 10_000

/**
 * About how many more decided pairs would tell the two apart, if they go on at this rate: the least
 * number at which the sign test falls below {@link SIGNIFICANCE}, the winner's share of the pairs
 * rounded down. 0 where it is told already; null where no number up to 10,000 would.
 */
export function pairsNeeded(wins: readonly [number, number]): number | null {
  const [first, second] = wins
  const decided = first + second
  if (decided === 0 || first === second) return null
  if (signTest(wins) < SIGNIFICANCE) return 0
  const share = Math.max(first, second) / decided
  // What the normal approximation says, from where the exact test is asked.
  const start = Math.floor((Z / (2 * share - 1)) ** 2)
  for (let n = Math.max(decided + 1, start); n <= MOST_PAIRS; n++) {
    const winner = Math.floor(n * share + 1e-9)
    if (winner * 2 > n && signTest([n - winner, winner]) < SIGNIFICANCE) return n - decided
  }
  return null
}
