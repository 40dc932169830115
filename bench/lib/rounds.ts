/** At least as many measured rounds as the medians need. */
export const ROUNDS = 7

/** One measurement. */
export type Measure = () => Promise<number>

export interface Pairs {
  ours: number[]
  reference: number[]
}

/**
 * Measures both sides in turn, A, B, A, B, so that whatever else the machine does meets both alike.
 * The first `warmUp` rounds are thrown away.
 */
export async function interleave(
  ours: Measure,
  reference: Measure,
  { rounds = ROUNDS, warmUp = 1 } = {}
): Promise<Pairs> {
  const pairs: Pairs = { ours: [], reference: [] }
  for (let round = 0; round < warmUp + rounds; round++) {
    const pair = { ours: await ours(), reference: await reference() }
    if (round < warmUp) continue
    pairs.ours.push(pair.ours)
    pairs.reference.push(pair.reference)
  }
  return pairs
}

/** How long `work` takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
