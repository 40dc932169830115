/** When the last of these delays is over, each in turn given to the slot that is free first. */
export function listSchedule(delaysMs: readonly number[], slots: number): number {
  const freeAt = new Array<number>(slots).fill(0)
  for (const delayMs of delaysMs) {
    const first = freeAt.indexOf(Math.min(...freeAt))
    freeAt[first] = (freeAt[first] ?? 0) + delayMs
  }
  return Math.max(...freeAt)
}
