/** So many calls in so many ms. */
export interface RateLimit {
  max: number
  intervalMs: number
}
