import { asValue, type Constructor } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { DraftGenerator } from "../../../ports"
import mailMerge from "../../../providers/mail-merge"
import { findPrice } from "../generation/spend"
import type { ResolvedPlaygroundOptions } from "./playground-options"

/** Every generator that may draft, by its id. */
export type GeneratorRegistry = ReadonlyMap<string, DraftGenerator>

type GeneratorClass = Constructor<DraftGenerator> & { identifier?: string }

const refuse = (problem: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `medusa-plugin-playground: ${problem}`)

/**
 * Loads the option `generators` and the bundled `mail-merge`, and registers them as
 * `playgroundGenerators`: each under its entry's `id`, else its class's own `identifier`.
 */
export default async function generatorsLoader({ container }: LoaderOptions): Promise<void> {
  const options = container.resolve<ResolvedPlaygroundOptions>("playgroundOptions")
  const generators = new Map<string, DraftGenerator>()

  await moduleProviderLoader({
    container,
    providers: [{ resolve: mailMerge }, ...options.generators] satisfies ModuleProvider[],
    registerServiceFn: async (klass: GeneratorClass, moduleContainer, provider: ModuleProvider) => {
      const id = provider.id ?? klass.identifier
      if (!id) {
        throw refuse(
          `option "generators": ${klass.name} has neither an id in medusa-config.ts nor a ` +
            '"static identifier". Give it one of the two.'
        )
      }
      if (generators.has(id)) {
        throw refuse(
          `option "generators": "${id}" is configured twice. Give one of them another id.`
        )
      }
      generators.set(id, new klass(moduleContainer.cradle, provider.options ?? {}))
    },
  })

  const chosen = options.generator ?? defaultGenerator([...generators.keys()])
  if (!generators.has(chosen)) {
    const known = [...generators.keys()].join(", ")
    throw refuse(`option "generator": there is no "${chosen}". Configured are: ${known}.`)
  }
  assertPriced(options, generators.get(chosen)?.model)
  container.register({
    playgroundGenerators: asValue<GeneratorRegistry>(generators),
    playgroundGenerator: asValue(chosen),
  })
}

/** A cap on costs that cannot be told would never be reached. */
function assertPriced(
  { maxCostPerBatch, prices }: ResolvedPlaygroundOptions,
  model: string | undefined
): void {
  if (maxCostPerBatch === undefined || model === undefined || findPrice(prices, [model])) return
  throw refuse(
    `option "maxCostPerBatch" needs to know what "${model}" costs. Add it to the option "prices".`
  )
}

/** The host's own generator where it configured exactly one, else the bundled one. */
function defaultGenerator(ids: string[]): string {
  const [own, ...others] = ids.filter((id) => id !== "mail-merge")
  return own !== undefined && others.length === 0 ? own : "mail-merge"
}
