import { createDelivery, type DeliveryInput } from "./create-delivery"

/** The main file of a process that sends: what the host does around the module, and nothing else. */
async function main(input: DeliveryInput): Promise<void> {
  const service = createDelivery(input)
  await service.__hooks.onApplicationStart()
  // In the host this is a scheduled job.
  const reconciler = setInterval(() => {
    service.reconcileSends().catch((error: unknown) => {
      process.send?.({ warning: String(error) })
    })
  }, input.options.reconcileIntervalMs ?? 15_000)
  process.once("SIGTERM", () => {
    clearInterval(reconciler)
    void service.__hooks
      .onApplicationPrepareShutdown()
      .then(() => service.__hooks.onApplicationShutdown())
      .then(() => process.exit(0))
  })
  process.send?.({ ready: true })
}

void main(JSON.parse(process.env.SEND_LAB_INPUT ?? "{}") as DeliveryInput)
