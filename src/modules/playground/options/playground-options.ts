import { z } from "@medusajs/framework/zod"
import type { ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CUSTOMER_FACTS, type CustomerFact, type SendingOptions } from "../../../ports"
import type { RateLimit } from "../../../queue/rate-limit"
import { JudgeOptionsSchema, resolvable, type JudgeOptions } from "./judge-options"

/**
 * The plugin's options in `medusa-config.ts`:
 * `plugins: [{ resolve: "medusa-plugin-playground", options: { … } }]`.
 * All are optional. A wrong or unknown one stops the boot with a message that names it.
 *
 * A type and no interface: the host takes options as `Record<string, unknown>`, which only a type fits.
 */
export type PlaygroundOptions = {
  /**
   * Redis for the queue, for example `redis://localhost:6379`. Without it the queue lives in the
   * host's own Postgres, which is enough for one or two machines. The host's `projectConfig.redisUrl`
   * is for its sessions only and is not read here.
   * @default undefined
   */
  redisUrl?: string
  /**
   * Keeps queues of several hosts apart: key prefix in Redis, schema name in Postgres. Lower-case
   * letters, digits and underscores, not starting with a digit, at most 40 characters.
   * @default "playground_queue"
   */
  queuePrefix?: string
  /**
   * Key of the module that supplies campaigns, steps, senders and leads. Its service implements
   * `CampaignSource`, from `medusa-plugin-playground/ports`.
   * @default "outreach"
   */
  campaignSource?: string
  /**
   * Generators that may be used, in the host's form for module providers. The bundled `mail-merge`
   * is always there and need not be listed.
   * @default []
   */
  generators?: Pick<ModuleProvider, "resolve" | "id" | "options">[]
  /**
   * Which generator drafts: the `id` of an entry of `generators` (where it has none, the generator's
   * own identifier).
   * @default "mail-merge", or the only entry of `generators`
   */
  generator?: string
  /**
   * Who judges drafts: see `JudgeOptions`. Undefined: nobody but people.
   * @default undefined
   */
  judge?: JudgeOptions
  /**
   * The prompt of a batch whose request, campaign and sender name none. 1 to 32,000 characters.
   * @default the generator's own
   */
  defaultPrompt?: string
  /**
   * Texts that say that a lead has no value, whatever their case: a placeholder whose value is one of
   * them falls back as if there were none. Replaces the default list; white space alone always counts.
   * @default the list in docs/prompts.md: "N/A", "null", "undefined", "none", "-", "#N/A", …
   */
  emptyValues?: string[]
  /**
   * How many drafts one process generates at once, 1 to 256. The model's answer is what takes time,
   * so this is also the number of calls in flight at the provider. Drafts of a generator that is
   * instant, as `mail-merge` is, count eight for one.
   * @default 8
   */
  concurrency?: number
  /**
   * How often one draft is tried at the provider before it fails, 1 to 20. Counts provider errors
   * only: a killed worker, a shutdown or a rate limit costs none.
   * @default 3
   */
  maxAttempts?: number
  /**
   * How long a draft waits after its first provider error, in ms, 10 to 60,000; doubled with each
   * further one up to a minute, half of it random.
   * @default 1_000
   */
  backoffMs?: number
  /**
   * Longest that a batch waits because its provider asks to (429 with Retry-After), in ms; 1,000 to
   * 604,800,000. One that asks for longer stops the batch as `rate_limited`; a retry goes on with it.
   * @default 3_600_000
   */
  maxRetryAfterMs?: number
  /**
   * How long a draft task stays claimed without a renewal, in ms on the database's clock; 1,000 to
   * 600,000. Not a limit on generation time: a healthy worker renews every third of it. Shorter
   * recovers faster from a killed worker, and must still outlast the slowest renewal.
   * @default 30_000
   */
  leaseMs?: number
  /**
   * How long one call of the generator may take, in ms; 100 to 3,600,000. Then it is aborted and
   * counts as a retryable error.
   * @default 60_000
   */
  generationTimeoutMs?: number
  /**
   * How often the reconciler looks for tasks whose job was lost or whose worker died, in ms; 1,000
   * to 3,600,000. A lost task is picked up after at most the lease and this together.
   * @default 15_000
   */
  reconcileIntervalMs?: number
  /**
   * How long a shutdown waits for calls in flight, in ms; 0 to 600,000. After that they are aborted
   * and their tasks given back, without costing an attempt.
   * @default 5_000
   */
  shutdownTimeoutMs?: number
  /**
   * Batches that ended longer ago than this many days are deleted with their drafts, 1 to 3,650; one
   * that holds an approved draft is kept. Undefined: nothing is ever deleted.
   * @default undefined
   */
  retentionDays?: number
  /**
   * Most Postgres connections of the playground module in one process, 2 to 100, opened on demand.
   * @default 5
   */
  poolSize?: number
  /**
   * What models cost, by their names, in `currency` per million tokens. A name is looked for as the
   * provider answers it, then as the generator asks for it. Without a price there are tokens but no
   * costs.
   * @example { "gpt-5-mini": { input: 0.25, cachedInput: 0.025, output: 2 } }
   * @default {}
   */
  prices?: Record<string, ModelPrice>
  /**
   * The currency of `prices` and `maxCostPerBatch`: an ISO 4217 code in lower case, as the host writes
   * them.
   * @default "usd"
   */
  currency?: string
  /**
   * Most tokens that one batch may use, in and out together, failed answers among them. Once they are
   * used its remaining drafts are cancelled with that reason; calls in flight still end, so at most
   * one call per concurrent draft goes beyond it.
   * @default undefined
   */
  maxTokensPerBatch?: number
  /**
   * Most that one batch may cost, in `currency`. Works as `maxTokensPerBatch` does, and needs a price
   * for the generator's model.
   * @default undefined
   */
  maxCostPerBatch?: number
  /**
   * Most batches of one campaign that may run at once. One more is refused with `not_allowed`.
   * @default undefined
   */
  maxActiveBatches?: number
  /**
   * What is read of a lead who is the host's customer, for `{{ customer.… }}` in prompts and for the
   * model: names of `CUSTOMER_FACTS`. Each is personal data that goes to the generator, so only what
   * prompts use. `top_product` and `top_category` look at every order of the customer. False: nothing.
   * @default ["orders_count", "total_spent", "last_order_at", "days_since_last_order",
   *   "last_order.products", "groups"]
   */
  customerFacts?: CustomerFact[] | false
  /**
   * Most calls of the generator in an interval, over all workers of all processes: `max` calls, 1 to
   * 1,000,000, per `intervalMs`, 100 to 3,600,000. The interval begins with its first call.
   * @default undefined
   */
  rateLimit?: RateLimit
  /**
   * How approved mails leave: see `SendingOptions`. The delivery module checks it.
   * @default {}
   */
  sending?: SendingOptions
}

/** What a model costs, per million tokens. */
export interface ModelPrice {
  /** Tokens that it reads. */
  input: number
  /**
   * Tokens that it reads from the provider's cache, where the provider says how many those were.
   * @default what `input` says
   */
  cachedInput?: number
  /** Tokens that it writes. */
  output: number
}

declare module "@medusajs/types" {
  interface ModuleOptions {
    playground: PlaygroundOptions
    "medusa-plugin-playground": PlaygroundOptions
  }
}

/** The options with every default filled in. */
export type ResolvedPlaygroundOptions = z.output<typeof PlaygroundOptionsSchema>

/** What the host adds to a module's options by itself. */
const HOST_KEYS = new Set(["database"])

const milliseconds = (min: number, max: number, defaultMs: number) =>
  z.number().int().min(min).max(max).default(defaultMs)

const price = () => z.number().min(0)

const isRedisUrl = (url: string) => /^(redis|rediss|unix):\/\//.test(url)

const PlaygroundOptionsSchema = z.strictObject({
  sending: z.custom<SendingOptions>().optional(),
  redisUrl: z
    .string()
    .refine(isRedisUrl, "expected a URL that starts with redis:// or rediss://")
    .optional(),
  queuePrefix: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,39}$/, "expected lower-case letters, digits and underscores")
    .default("playground_queue"),
  campaignSource: z.string().min(1).default("outreach"),
  generators: z
    .array(
      z.looseObject({
        resolve: resolvable(),
        id: z.string().min(1).optional(),
        options: z.record(z.string(), z.unknown()).optional(),
      })
    )
    .default([]),
  generator: z.string().min(1).optional(),
  judge: JudgeOptionsSchema.optional(),
  defaultPrompt: z
    .string()
    .refine(
      (text) => text.trim() !== "" && [...text].length <= 32_000,
      "expected 1 to 32,000 characters"
    )
    .optional(),
  emptyValues: z.array(z.string().max(100)).max(1_000).optional(),
  concurrency: z.number().int().min(1).max(256).default(8),
  maxAttempts: z.number().int().min(1).max(20).default(3),
  backoffMs: milliseconds(10, 60_000, 1_000),
  maxRetryAfterMs: milliseconds(1_000, 604_800_000, 3_600_000),
  leaseMs: milliseconds(1_000, 600_000, 30_000),
  generationTimeoutMs: milliseconds(100, 3_600_000, 60_000),
  reconcileIntervalMs: milliseconds(1_000, 3_600_000, 15_000),
  shutdownTimeoutMs: milliseconds(0, 600_000, 5_000),
  retentionDays: z.number().int().min(1).max(3_650).optional(),
  poolSize: z.number().int().min(2).max(100).default(5),
  prices: z
    .record(
      z.string().min(1),
      z.strictObject({
        input: price(),
        cachedInput: price().optional(),
        output: price(),
      })
    )
    .default({}),
  currency: z
    .string()
    .regex(/^[a-z]{3}$/, "expected a currency code of three lower-case letters")
    .default("usd"),
  maxTokensPerBatch: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  maxCostPerBatch: z.number().positive().optional(),
  maxActiveBatches: z.number().int().min(1).max(1_000).optional(),
  customerFacts: z
    .union([z.array(z.enum(CUSTOMER_FACTS)), z.literal(false).transform((): CustomerFact[] => [])])
    .default([
      "orders_count",
      "total_spent",
      "last_order_at",
      "days_since_last_order",
      "last_order.products",
      "groups",
    ]),
  rateLimit: z
    .strictObject({
      max: z.number().int().min(1).max(1_000_000),
      intervalMs: z.number().int().min(100).max(3_600_000),
    })
    .optional(),
})

/**
 * Checks the plugin's options and fills in the defaults.
 *
 * @throws MedusaError INVALID_DATA that names each wrong option and what was expected
 */
export function parsePlaygroundOptions(
  options: Record<string, unknown> = {}
): ResolvedPlaygroundOptions {
  const own = Object.fromEntries(Object.entries(options).filter(([key]) => !HOST_KEYS.has(key)))
  const parsed = PlaygroundOptionsSchema.safeParse(own)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => {
    const where = issue.path.join(".")
    return where ? `option "${where}": ${issue.message}` : issue.message
  })
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-playground: ${problems.join("; ")}. Correct it in medusa-config.ts.`
  )
}
