import { z } from "@medusajs/framework/zod"
import type { ModuleProvider } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

/** The plugin's options as far as sending goes, with every default filled in. */
export type ResolvedDeliveryOptions = z.output<typeof DeliveryOptionsSchema>

const isHttpUrl = (url: string) => /^https?:\/\/[^\s/]+/.test(url)

const SendingOptionsSchema = z.strictObject({
  transports: z
    .array(
      z.looseObject({
        // A path or an inline module provider: the host's loader says what is wrong with it.
        resolve: z.custom<ModuleProvider["resolve"]>(
          (value) => typeof value === "string" || (typeof value === "object" && value !== null),
          "expected a path, a package name or a ModuleProvider"
        ),
        id: z.string().min(1).optional(),
        options: z.record(z.string(), z.unknown()).optional(),
      })
    )
    .default([]),
  transport: z.string().min(1).optional(),
  publicUrl: z
    .string()
    .refine(isHttpUrl, "expected a URL that starts with http:// or https://")
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  timeoutMs: z.number().int().min(100).max(600_000).default(60_000),
  maxAttempts: z.number().int().min(1).max(20).default(5),
  backoffMs: z.number().int().min(10).max(3_600_000).default(60_000),
  mailEvents: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.string().min(8)).default({}),
})

/** What the playground checks is taken as it stands; both modules are given the same options. */
const DeliveryOptionsSchema = z.object({
  redisUrl: z.string().optional(),
  queuePrefix: z.string().default("playground_queue"),
  campaignSource: z.string().min(1).default("outreach"),
  shutdownTimeoutMs: z.number().int().default(5_000),
  reconcileIntervalMs: z.number().int().default(15_000),
  retentionDays: z.number().int().optional(),
  sending: SendingOptionsSchema.prefault({}),
})

/** @throws MedusaError INVALID_DATA that names each wrong option and what was expected */
export function parseDeliveryOptions(
  options: Record<string, unknown> = {}
): ResolvedDeliveryOptions {
  const parsed = DeliveryOptionsSchema.safeParse(options)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    (issue) => `option "${issue.path.join(".")}": ${issue.message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-playground: ${problems.join("; ")}. Correct it in medusa-config.ts.`
  )
}

/** How long a mail in flight may go unheard of before it counts as unknown, in ms. */
export const leaseMs = ({ sending }: Pick<ResolvedDeliveryOptions, "sending">) =>
  Math.ceil(sending.timeoutMs * 1.5)
