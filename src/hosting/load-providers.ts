import type { Constructor } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

interface LoadProvidersInput {
  container: LoaderOptions["container"]
  /** What the list is called in medusa-config.ts, for messages. */
  listOption: string
  /** What names the one to use where nobody names another, for messages. */
  choiceOption: string
  /** The one that is always there. */
  bundled: { id: string; resolve: NonNullable<ModuleProvider["resolve"]> }
  /** The host's own. */
  entries: readonly Pick<ModuleProvider, "resolve" | "id" | "options">[]
  /** Undefined: the host's own where it configured exactly one, else the bundled one. */
  choice: string | undefined
}

/** Every provider that may be used by its id, and which one is used where nobody names another. */
export interface LoadedProviders<Provider> {
  byId: Map<string, Provider>
  chosen: string
}

/**
 * Makes the providers of one option, each under its entry's `id`, else its class's own `identifier`.
 *
 * @throws MedusaError INVALID_DATA that names the option, for one without an id, an id that comes
 *   twice, or a choice that is none of them
 */
export async function loadProviders<Provider>(
  input: LoadProvidersInput
): Promise<LoadedProviders<Provider>> {
  const { container, listOption, choiceOption, bundled, entries } = input
  const byId = new Map<string, Provider>()
  await moduleProviderLoader({
    container,
    providers: [{ resolve: bundled.resolve }, ...entries] satisfies ModuleProvider[],
    registerServiceFn: async (
      klass: Constructor<Provider> & { identifier?: string },
      moduleContainer,
      provider: ModuleProvider
    ) => {
      const id = provider.id ?? klass.identifier
      if (!id) {
        throw refuseOption(
          listOption,
          `${klass.name} has neither an id in medusa-config.ts nor a "static identifier". Give it ` +
            "one of the two."
        )
      }
      if (byId.has(id)) {
        throw refuseOption(listOption, `"${id}" is configured twice. Give one of them another id.`)
      }
      byId.set(id, new klass(moduleContainer.cradle, provider.options ?? {}))
    },
  })
  const chosen = input.choice ?? defaultChoice([...byId.keys()], bundled.id)
  if (byId.has(chosen)) return { byId, chosen }
  const known = [...byId.keys()].join(", ")
  throw refuseOption(choiceOption, `there is no "${chosen}". Configured are: ${known}.`)
}

function defaultChoice(ids: string[], bundled: string): string {
  const [own, ...others] = ids.filter((id) => id !== bundled)
  return own !== undefined && others.length === 0 ? own : bundled
}

/** What is wrong with an option of the plugin, as the boot says it. */
export const refuseOption = (option: string, problem: string) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-playground: option "${option}": ${problem}`
  )
