import type { Logger } from "@medusajs/framework/types"

const EVERY_MS = 30_000

/**
 * Says the first error of each source at once and then, every 30 s at most, the latest with how many
 * there were: a server that is down makes several a second.
 */
export function throttledWarn(logger: Pick<Logger, "warn">, prefix: string) {
  const sources = new Map<string, { saidAt: number; silenced: number }>()
  return (source: string, error: Error): void => {
    const known = sources.get(source)
    const now = performance.now()
    if (known && now - known.saidAt < EVERY_MS) {
      known.silenced += 1
      return
    }
    const more = known?.silenced ? ` (and ${known.silenced} more)` : ""
    logger.warn(`${prefix} ${source}: ${error.message || error.name}${more}`)
    sources.set(source, { saidAt: now, silenced: 0 })
  }
}
