import type { IEventBusModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PlaygroundEvents } from "../../../src/events"
import type { Host } from "../../../testing/host-suite"

export interface HeardEvent {
  name: string
  data: unknown
}

/** What the host's bus hears of mails while `work` runs. */
export async function whileHearing(
  host: Host,
  work: (heard: readonly HeardEvent[]) => Promise<void>
): Promise<void> {
  const bus = host.container().resolve<IEventBusModuleService>(Modules.EVENT_BUS)
  const heard: HeardEvent[] = []
  const { EMAIL_SENT, EMAIL_REJECTED, EMAIL_UNKNOWN, EMAIL_SUPPRESSED } = PlaygroundEvents
  const subscribers = [EMAIL_SENT, EMAIL_REJECTED, EMAIL_UNKNOWN, EMAIL_SUPPRESSED].map((name) => ({
    name,
    listen: async ({ data }: { data: unknown }) => {
      heard.push({ name, data })
    },
    context: { subscriberId: `heard-${name}` },
  }))
  for (const { name, listen, context } of subscribers) bus.subscribe(name, listen, context)
  try {
    await work(heard)
  } finally {
    for (const { name, listen, context } of subscribers) bus.unsubscribe(name, listen, context)
  }
}
