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
