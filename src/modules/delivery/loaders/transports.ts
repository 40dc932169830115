import { asValue, type Constructor } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { MailTransport } from "../../../ports"
import outbox from "../../../providers/outbox"
import { LazyMailOutbox } from "../outbox/mail-outbox"
import type { ResolvedDeliveryOptions } from "../options/delivery-options"
import type { DefaultSenders } from "../sql/hold-reason"

/** Every transport that may be used, by its id. */
export type TransportRegistry = Map<string, MailTransport>

type TransportClass = Constructor<MailTransport> & { identifier?: string }

const refuse = (problem: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `medusa-plugin-playground: ${problem}`)

/**
 * Loads the option `sending.transports` and the bundled `outbox`, and registers them as
 * `mailTransports`: each under its entry's `id`, else its class's own `identifier`.
 */
export default async function transportsLoader({ container }: LoaderOptions): Promise<void> {
  const { sending } = container.resolve<ResolvedDeliveryOptions>("deliveryOptions")
  const transports: TransportRegistry = new Map()
  container.register({ mailOutbox: asValue(new LazyMailOutbox()) })

  await moduleProviderLoader({
    container,
    providers: [{ resolve: outbox }, ...sending.transports] satisfies ModuleProvider[],
    registerServiceFn: async (klass: TransportClass, moduleContainer, provider: ModuleProvider) => {
      const id = provider.id ?? klass.identifier
      if (!id) {
        throw refuse(
          `option "sending.transports": ${klass.name} has neither an id in medusa-config.ts nor a ` +
            '"static identifier". Give it one of the two.'
        )
      }
      if (transports.has(id)) {
        throw refuse(
          `option "sending.transports": "${id}" is configured twice. Give one another id.`
        )
      }
      transports.set(id, new klass(moduleContainer.cradle, provider.options ?? {}))
    },
  })

  const chosen = sending.transport ?? defaultTransport([...transports.keys()])
  if (!transports.has(chosen)) {
    const known = [...transports.keys()].join(", ")
    throw refuse(`option "sending.transport": there is no "${chosen}". Configured are: ${known}.`)
  }
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

/** The host's own transport where it configured exactly one, else the bundled one. */
function defaultTransport(ids: string[]): string {
  const [own, ...others] = ids.filter((id) => id !== "outbox")
  return own !== undefined && others.length === 0 ? own : "outbox"
}
