import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { loadProviders, refuseOption } from "../../../hosting/load-providers"
import type { DraftGenerator } from "../../../ports"
import mailMerge from "../../../providers/mail-merge"
import { findPrice } from "../generation/spend"
import type { ResolvedPlaygroundOptions } from "./playground-options"

/** Every generator that may draft, by its id. */
export type GeneratorRegistry = ReadonlyMap<string, DraftGenerator>

/**
 * Loads the option `generators` and the bundled `mail-merge`, and registers them as
 * `playgroundGenerators`: each under its entry's `id`, else its class's own `identifier`.
 */
export default async function generatorsLoader({ container }: LoaderOptions): Promise<void> {
  const options = container.resolve<ResolvedPlaygroundOptions>("playgroundOptions")
  const { byId: generators, chosen } = await loadProviders<DraftGenerator>({
    container,
    listOption: "generators",
    choiceOption: "generator",
    bundled: { id: "mail-merge", resolve: mailMerge },
    entries: options.generators,
    choice: options.generator,
  })
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
  throw refuseOption(
    "maxCostPerBatch",
    `it needs to know what "${model}" costs. Add it to the option "prices".`
  )
}
