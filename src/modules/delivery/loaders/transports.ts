import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { loadProviders } from "../../../hosting/load-providers"
import type { MailTransport } from "../../../ports"
import outbox from "../../../providers/outbox"
import { LazyMailOutbox } from "../outbox/mail-outbox"
import type { ResolvedDeliveryOptions } from "../options/delivery-options"
import type { DefaultSenders } from "../sql/hold-reason"

/** Id of the bundled one, which keeps mails instead of sending them. */
export const OUTBOX_TRANSPORT = "outbox"

/** Every transport that may be used, by its id. */
export type TransportRegistry = Map<string, MailTransport>

/**
 * Loads the option `sending.transports` and the bundled `outbox`, and registers them as
 * `mailTransports`: each under its entry's `id`, else its class's own `identifier`.
 */
export default async function transportsLoader({ container }: LoaderOptions): Promise<void> {
  const { sending } = container.resolve<ResolvedDeliveryOptions>("deliveryOptions")
  container.register({ mailOutbox: asValue(new LazyMailOutbox()) })
  const { byId: transports, chosen } = await loadProviders<MailTransport>({
    container,
    listOption: "sending.transports",
    choiceOption: "sending.transport",
    bundled: { id: OUTBOX_TRANSPORT, resolve: outbox },
    entries: sending.transports,
    choice: sending.transport,
  })
  container.register({
    mailTransports: asValue(transports),
    mailTransport: asValue(chosen),
  })
}

/** The addresses that transports send from where a sender has none. */
export function toDefaultSenders(transports: TransportRegistry, chosen: string): DefaultSenders {
  const named = [["", transports.get(chosen)] as const, ...transports]
  return Object.fromEntries(
    named.flatMap(([id, transport]) =>
      transport?.defaultFrom ? [[id, transport.defaultFrom]] : []
    )
  )
}
