/** Where the provider does not say how long. */
const DEFAULT_WAIT_MS = 1_000
/** Longest, whatever the provider says. */
const MAX_WAIT_MS = 10 * 60_000

/**
 * How long the provider asked to wait, in ms, 0 to ten minutes: `retry-after-ms`, else `Retry-After`
 * in seconds or as a date (RFC 9110, 10.2.3), else a second.
 *
 * @param headers names in lower case
 */
export function parseRetryAfter(
  headers: Record<string, string | undefined> = {},
  nowMs = Date.now()
): number {
  const waits = [
    toNumber(headers["retry-after-ms"]),
    toNumber(headers["retry-after"]) * 1_000,
    Date.parse(headers["retry-after"] ?? "") - nowMs,
  ]
  const waitMs = waits.find(Number.isFinite) ?? DEFAULT_WAIT_MS
  return Math.min(Math.max(Math.ceil(waitMs), 0), MAX_WAIT_MS)
}

const toNumber = (text = "") => (/^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : NaN)
