import { asValue, type Constructor } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type { LoaderOptions, ModuleProvider } from "@medusajs/framework/types"
import { refuseOption } from "../../../hosting/load-providers"
import type { DraftJudge } from "../../../ports"
import { findPrice } from "../generation/spend"
import { toJudgeVersion, type ConfiguredJudge } from "../judging/configured-judge"
import type { ResolvedPlaygroundOptions } from "./playground-options"

/** Loads the option `judge` and registers it as `playgroundJudge`; null: the host has none. */
export default async function judgeLoader({ container }: LoaderOptions): Promise<void> {
  const options = container.resolve<ResolvedPlaygroundOptions>("playgroundOptions")
  container.register({ playgroundJudge: asValue(await loadJudge(container, options)) })
}

async function loadJudge(
  container: LoaderOptions["container"],
  { judge: entry, maxCostPerBatch, prices }: ResolvedPlaygroundOptions
): Promise<ConfiguredJudge | null> {
  if (!entry) return null
  const { resolve, id, options = {}, auto, concurrency } = entry
  const found: { name: string; judge: DraftJudge }[] = []
  await moduleProviderLoader({
    container,
    providers: [{ resolve, id, options }] satisfies ModuleProvider[],
    registerServiceFn: async (
      klass: Constructor<DraftJudge> & { identifier?: string },
      moduleContainer,
      provider: ModuleProvider
    ) => {
      const name = provider.id ?? klass.identifier ?? klass.name
      found.push({ name, judge: new klass(moduleContainer.cradle, provider.options ?? {}) })
    },
  })
  const [only, more] = found
  if (!only || more) {
    throw refuseOption("judge", `it names ${found.length} judges. One is needed.`)
  }
  const { name, judge } = only
  const { model } = judge
  if (maxCostPerBatch !== undefined && model !== undefined && !findPrice(prices, [model])) {
    throw refuseOption(
      "maxCostPerBatch",
      `it needs to know what the judge's "${model}" costs. Add it to the option "prices".`
    )
  }
  return { name, judge, version: toJudgeVersion(name, judge), isAuto: auto, concurrency }
}
