/** How far a batch was at an instant, in ms since the epoch. */
export interface ProgressSample {
  ended: number
  at: number
}

/**
 * How long the open drafts will take at the pace since `first`, in ms. Null while nothing has ended
 * since: there is no pace yet.
 */
export function timeLeft(first: ProgressSample, last: ProgressSample, open: number): number | null {
  const ended = last.ended - first.ended
  if (ended <= 0) return null
  return ((last.at - first.at) / ended) * open
}
