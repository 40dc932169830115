/** Where the provider does not say how long. */
const DEFAULT_WAIT_MS = 1_000

/** How long a provider asked to wait in its headers, in ms, 0 or more; null where it does not say. */
export function parseRetryAfter(
  headers: Record<string, string | undefined> = {},
  nowMs = Date.now()
): number | null {
  const waits = [
    toNumber(headers["retry-after-ms"]),
    // RFC 9110, 10.2.3: seconds or a date.
    toNumber(headers["retry-after"]) * 1_000,
    Date.parse(headers["retry-after"] ?? "") - nowMs,
  ]
  const waitMs = waits.find(Number.isFinite)
  return waitMs === undefined ? null : Math.max(Math.ceil(waitMs), 0)
}

/** How long to wait, in ms: what the headers ask, else the body, else a second. */
export function toWaitMs(
  headers: Record<string, string | undefined> | undefined,
  bodyAsksMs: number | null
): number {
  return parseRetryAfter(headers) ?? (bodyAsksMs === null ? DEFAULT_WAIT_MS : Math.ceil(bodyAsksMs))
}

const toNumber = (text = "") => (/^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : NaN)
