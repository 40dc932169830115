/**
 * How much of the processor's time some work takes, in ms. For bounds on what a text may cost: other
 * tests run meanwhile, and on a busy machine the clock goes on while this process waits its turn.
 */
export async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/**
 * What takes longer hangs, in ms of processor time. What does not takes a tenth of a second; but a
 * garbage collection of a process that has run tests for ten minutes falls into it now and then, and
 * counts with all its threads.
 */
export const HANGING_MS = 4_000
