import { createService, type ServiceInput } from "./create-service"

/** The main file of a worker process: what the host does around the module, and nothing else. */
async function main(input: ServiceInput): Promise<void> {
  const service = createService(input)
  await service.__hooks.onApplicationStart()
  const { reconcileIntervalMs = 15_000 } = input.options
  // In the host this is a scheduled job.
  const reconciler = setInterval(() => {
    service.reconcileDraftTasks().catch((error: unknown) => {
      process.send?.({ warning: String(error) })
    })
  }, reconcileIntervalMs)
  process.once("SIGTERM", () => {
    clearInterval(reconciler)
    void service.__hooks
      .onApplicationPrepareShutdown()
      .then(() => service.__hooks.onApplicationShutdown())
      .then(() => process.exit(0))
  })
  process.on("message", (message) => {
    if (message === "memory") {
      // Pages that one collection empties go back to the system with a later one.
      for (let times = 0; times < 3; times++) globalThis.gc?.()
      process.send?.({ rss: process.memoryUsage().rss })
    }
  })
  process.send?.({ ready: true })
}

const input = JSON.parse(process.env.FAULT_LAB_INPUT ?? "{}") as ServiceInput
void main(input)
