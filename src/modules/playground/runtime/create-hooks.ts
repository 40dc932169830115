import type { Logger } from "@medusajs/framework/types"
import type { PlaygroundRuntime } from "./playground-runtime"

/** Called by the host as the application starts and stops. */
export type ApplicationHooks = ReturnType<typeof createHooks>

/** The host's application hooks. It swallows what one rejects with, so failures are logged here. */
export function createHooks(runtime: PlaygroundRuntime, logger: Pick<Logger, "error">) {
  const logged = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      logger.error(`playground: could not ${what}: ${reason.message}`, reason)
    }
  }
  return {
    onApplicationStart: () => logged("start", () => runtime.start()),
    onApplicationPrepareShutdown: () => logged("stop", () => runtime.stop()),
    onApplicationShutdown: () => logged("close its connections", () => runtime.dispose()),
  }
}
