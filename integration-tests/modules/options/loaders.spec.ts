import { createContainer } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { createMedusaContainer, ModuleProvider } from "@medusajs/framework/utils"
import playground from "../../../src/modules/playground"
import type { GeneratorRegistry } from "../../../src/modules/playground/options/load-generators"
import { reconcileInterval } from "../../../src/modules/playground/options/reconcile-interval"
import type { PlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import testProvider from "../../../testing/test-generator"
import { TestGenerator } from "../../../testing/test-generator/service"

const TEST_GENERATOR = require.resolve("../../../testing/test-generator")

class Nameless extends TestGenerator {}
Reflect.set(Nameless, "identifier", undefined)

class Strict extends TestGenerator {
  static override identifier = "strict"
  readonly given: unknown[]

  static validateOptions(options: { apiKey?: string } = {}) {
    if (!options.apiKey) throw new Error('"strict" needs the option apiKey')
  }

  constructor(...given: unknown[]) {
    super()
    this.given = given
  }
}
const provider = (service: typeof TestGenerator) =>
  ModuleProvider("playground", { services: [service] })

/** Runs the module's loaders in their order, as the host does on its way up. */
async function load(options: PlaygroundOptions & Record<string, unknown>) {
  const container = createMedusaContainer({}, createContainer())
  // The loaders read nothing else of what the host passes.
  const input = { container, options } as unknown as LoaderOptions
  for (const loader of playground.loaders ?? []) await loader(input)
  return {
    chosen: container.resolve<string>("playgroundGenerator"),
    registry: container.resolve<GeneratorRegistry>("playgroundGenerators"),
  }
}

describe("a boot", () => {
  it("stops on a wrong option, naming it", async () => {
    await expect(load({ concurrency: 0 })).rejects.toThrow(/option "concurrency".*medusa-config/)
    await expect(load({ concurency: 1 })).rejects.toThrow(/concurency/)
  })

  it("hands the reconciler its interval", async () => {
    await load({ reconcileIntervalMs: 1_234 })
    expect(reconcileInterval()).toBe(1_234)
  })
})

describe("the option generators", () => {
  it("adds to mail-merge, which drafts where nothing else is configured", async () => {
    const { chosen, registry } = await load({})
    expect([...registry.keys()]).toEqual(["mail-merge"])
    expect(chosen).toBe("mail-merge")
  })

  it("may name a generator by its path, and the only one is the default", async () => {
    const { chosen, registry } = await load({ generators: [{ resolve: TEST_GENERATOR, id: "t" }] })
    expect([...registry.keys()].sort()).toEqual(["mail-merge", "t"])
    expect(chosen).toBe("t")
    expect(registry.get("t")?.defaultPrompt).toBe(new TestGenerator().defaultPrompt)
  })

  it("may hold a generator itself, under its own identifier where it has no id", async () => {
    const { chosen } = await load({ generators: [{ resolve: testProvider }] })
    expect(chosen).toBe("test")
  })

  it("may hold one generator twice under two ids; then the option generator chooses", async () => {
    const generators = [
      { resolve: testProvider, id: "a" },
      { resolve: testProvider, id: "b" },
    ]
    expect((await load({ generators })).chosen).toBe("mail-merge")
    expect((await load({ generators, generator: "b" })).chosen).toBe("b")
  })

  it("refuses an id that is configured twice, also that of mail-merge", async () => {
    const twice = [{ resolve: testProvider }, { resolve: testProvider }]
    await expect(load({ generators: twice })).rejects.toThrow(
      /"generators".*"test" is configured twice/
    )
    const bundled = [{ resolve: testProvider, id: "mail-merge" }]
    await expect(load({ generators: bundled })).rejects.toThrow(/"mail-merge" is configured twice/)
  })

  it("refuses a generator that has neither id nor identifier", async () => {
    const nameless = provider(Nameless)
    await expect(load({ generators: [{ resolve: nameless }] })).rejects.toThrow(/Nameless.*id/)
    const named = await load({ generators: [{ resolve: nameless, id: "n" }] })
    expect(named.chosen).toBe("n")
  })

  it("lets a generator check its options, and hands them over", async () => {
    const resolve = provider(Strict)
    await expect(load({ generators: [{ resolve }] })).rejects.toThrow(/apiKey/)
    const { registry } = await load({ generators: [{ resolve, options: { apiKey: "k" } }] })
    expect(registry.get("strict")).toHaveProperty(["given", 1], { apiKey: "k" })
  })

  it("refuses a path that leads nowhere", async () => {
    await expect(load({ generators: [{ resolve: "./nowhere" }] })).rejects.toThrow(/nowhere/)
  })
})

describe("the option generator", () => {
  it("refuses one that is not configured, and says which are", async () => {
    const generators = [{ resolve: testProvider }]
    await expect(load({ generators, generator: "nope" })).rejects.toThrow(
      /option "generator".*"nope".*mail-merge, test/
    )
  })
})

describe("the option maxCostPerBatch", () => {
  it("needs a price for the model that drafts, or it would never be reached", async () => {
    const generators = [{ resolve: TEST_GENERATOR }]
    const capped = { generators, maxCostPerBatch: 1 }
    await expect(load(capped)).rejects.toThrow(/"maxCostPerBatch".*"test-model".*"prices"/)
    const prices = { "test-model": { input: 1, output: 1 } }
    await expect(load({ ...capped, prices })).resolves.toMatchObject({ chosen: "test" })
  })
})
