import { FetchError } from "@medusajs/js-sdk"

const RETRIES = 3

/** For queries: an answer that names the caller's mistake will be the same the next time. */
export const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < RETRIES && !(error instanceof FetchError && (error.status ?? 500) < 500)
