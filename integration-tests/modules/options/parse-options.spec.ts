import { MedusaError } from "@medusajs/framework/utils"
import { parsePlaygroundOptions } from "../../../src/modules/playground/options/playground-options"

function refusalOf(options: Record<string, unknown>): string {
  try {
    parsePlaygroundOptions(options)
  } catch (error) {
    if (error instanceof MedusaError) {
      expect(error.type).toBe("invalid_data")
      return error.message
    }
    throw error
  }
  throw new Error(`accepted: ${JSON.stringify(options).slice(0, 100)}`)
}

describe("the plugin's options", () => {
  it("have these defaults", () => {
    const defaults = {
      queuePrefix: "playground_queue",
      campaignSource: "outreach",
      customerFacts: [
        "orders_count",
        "total_spent",
        "last_order_at",
        "days_since_last_order",
        "last_order.products",
        "groups",
      ],
      generators: [],
      concurrency: 8,
      maxAttempts: 3,
      backoffMs: 1_000,
      leaseMs: 30_000,
      generationTimeoutMs: 60_000,
      reconcileIntervalMs: 15_000,
      shutdownTimeoutMs: 5_000,
      maxRetryAfterMs: 3_600_000,
      poolSize: 5,
      prices: {},
      currency: "usd",
    }
    expect(parsePlaygroundOptions()).toEqual(defaults)
    expect(parsePlaygroundOptions({})).toEqual(defaults)
  })

  it.each([
    ["concurrency", 1, 256],
    ["maxAttempts", 1, 20],
    ["backoffMs", 10, 60_000],
    ["leaseMs", 1_000, 600_000],
    ["generationTimeoutMs", 100, 3_600_000],
    ["reconcileIntervalMs", 1_000, 3_600_000],
    ["shutdownTimeoutMs", 0, 600_000],
    ["retentionDays", 1, 3_650],
    ["poolSize", 2, 100],
    ["maxTokensPerBatch", 1, Number.MAX_SAFE_INTEGER],
    ["maxActiveBatches", 1, 1_000],
  ])("take %s from %d to %d, whole numbers only", (name, min, max) => {
    expect(parsePlaygroundOptions({ [name]: min })).toHaveProperty(name, min)
    expect(parsePlaygroundOptions({ [name]: max })).toHaveProperty(name, max)
    for (const wrong of [min - 1, max + 1, min + 0.5, String(min), null, NaN, Infinity]) {
      expect(refusalOf({ [name]: wrong })).toContain(`option "${name}": `)
    }
  })

  it.each([
    ["redisUrl", ["redis://localhost:6379", "rediss://u:p@h/1", "unix:///tmp/r.sock"]],
    ["queuePrefix", ["a", "_", "q1_2", "x".repeat(40)]],
    ["campaignSource", ["outreach", "x"]],
    ["generator", ["mail-merge", "x"]],
    ["defaultPrompt", ["x", "😀".repeat(32_000)]],
    ["currency", ["eur", "usd"]],
    ["maxCostPerBatch", [0.01, 1_000]],
    ["prices", [{}, { tiny: { input: 0, output: 2.5 } }]],
    ["rateLimit", [{ max: 1, intervalMs: 100 }]],
  ])("take for %s every value that fits", (name, good) => {
    for (const value of good) {
      expect(parsePlaygroundOptions({ [name]: value })).toHaveProperty(name, value)
    }
  })

  it.each([
    ["redisUrl", ["", "localhost:6379", "http://localhost", 6379, null]],
    ["queuePrefix", ["", "A", "1a", "a-b", "a b", 'a"', "a:b", "x".repeat(41), 1, null]],
    ["campaignSource", ["", 1, null]],
    ["generator", ["", 1, null]],
    ["currency", ["USD", "dollar", "", 1, null]],
    ["maxCostPerBatch", [0, -1, NaN, "1", null]],
    ["prices", [[], { tiny: 1 }, { tiny: { input: 1 } }, { "": { input: 1, output: 1 } }]],
    ["prices", [{ tiny: { input: -1, output: 1 } }, { tiny: { input: 1, output: 1, cached: 1 } }]],
    ["rateLimit", [{ max: 0, intervalMs: 100 }, { max: 1, intervalMs: 99 }, { max: 1 }, 5, null]],
    ["defaultPrompt", ["", " \n", "😀".repeat(32_001), 1, null]],
    ["generators", [{}, "x", [1], [{}], [{ resolve: 1 }], [{ resolve: "x", id: "" }], null]],
  ])("refuse for %s what does not fit", (name, wrongs) => {
    for (const wrong of wrongs) {
      expect(refusalOf({ [name]: wrong })).toMatch(new RegExp(`option "${name}[".]`))
    }
  })

  it("refuse one that is unknown, by its name, so that a typing error does not go unseen", () => {
    expect(refusalOf({ concurency: 1 })).toContain("concurency")
    expect(refusalOf({ poolsize: 5 })).toContain("poolsize")
  })

  it("say all that is wrong at once, and where to correct it", () => {
    const message = refusalOf({ concurrency: 0, leaseMs: 1 })
    expect(message).toMatch(/^medusa-plugin-playground: /)
    expect(message).toContain('option "concurrency"')
    expect(message).toContain('option "leaseMs"')
    expect(message).toContain("medusa-config.ts")
  })

  it("never repeat a secret that stands in a wrong one", () => {
    expect(refusalOf({ redisUrl: "http://user:hunter2@host" })).not.toContain("hunter2")
  })

  it("pass over what the host adds by itself", () => {
    expect(parsePlaygroundOptions({ database: { clientUrl: "x" } })).not.toHaveProperty("database")
  })
})
