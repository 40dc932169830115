import { setTimeout as sleep } from "node:timers/promises"

interface EventuallyOptions {
  /** Deadline. Generous is fine: it is only waited out when the test fails anyway. */
  withinMs: number
  /** What is waited for, in words; completes "waited 5000 ms in vain: …". */
  because: string
  /** @default 50 */
  everyMs?: number
}

/**
 * Polls until `condition` answers something truthy, and gives that back. Never a bare sleep: a test
 * that waits says what for, and fails naming it. A condition that throws counts as not yet met.
 */
export async function eventually<T>(
  condition: () => T | Promise<T>,
  { withinMs, because, everyMs = 50 }: EventuallyOptions
): Promise<T> {
  const deadline = Date.now() + withinMs
  let last: unknown
  for (;;) {
    try {
      const answer = await condition()
      if (answer) return answer
      last = undefined
    } catch (error) {
      last = error
    }
    if (Date.now() >= deadline) {
      const reason = last instanceof Error ? ` (last error: ${last.message})` : ""
      throw new Error(`waited ${withinMs} ms in vain: ${because}${reason}`, { cause: last })
    }
    await sleep(everyMs)
  }
}
