import type { Logger } from "@medusajs/framework/types"

/** What a module has alive in one process. */
interface Runtime {
  start(): Promise<void>
  /** Takes no more work, and ends what is under way. */
  stop(): Promise<void>
  /** Closes every connection. */
  dispose(): Promise<void>
}

/** Called by the host as the application starts and stops. */
export type ApplicationHooks = ReturnType<typeof createApplicationHooks>

/**
 * The host's application hooks. It swallows what one rejects with, so failures are logged here.
 *
 * @param what the module's work, for the log
 */
export function createApplicationHooks(
  what: string,
  runtime: Runtime,
  logger: Pick<Logger, "error">
) {
  const logged = async (doing: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      logger.error(`playground: could not ${doing} ${what}: ${reason.message}`, reason)
    }
  }
  return {
    onApplicationStart: () => logged("start", () => runtime.start()),
    onApplicationPrepareShutdown: () => logged("stop", () => runtime.stop()),
    onApplicationShutdown: () => logged("close the connections of", () => runtime.dispose()),
  }
}
