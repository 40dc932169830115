const MAX_BACKOFF_MS = 60_000

/**
 * How long to wait before the next attempt, in ms: doubling with each error up to a minute, with
 * "equal jitter" (half fixed, half random), so that 200 tasks that failed together do not come back
 * together. See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 *
 * @param errorCount errors before this one, from 0
 * @param random 0 to 1
 */
export function backoffMs(errorCount: number, baseMs: number, random = Math.random()): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, baseMs * 2 ** errorCount)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}
