import { z } from "@medusajs/framework/zod"
import type { ModuleProvider } from "@medusajs/framework/types"

/**
 * A judge of drafts, in the host's form for module providers, with a model of its own. What it spends
 * counts under `maxTokensPerBatch` and `maxCostPerBatch` together with its drafts.
 * @example { resolve: "medusa-plugin-playground/providers/ai-sdk-judge", options: { model: "…" } }
 */
export interface JudgeOptions extends Pick<ModuleProvider, "resolve" | "id" | "options"> {
  /**
   * Whether drafts of new batches are judged without being asked, once their batch has ended.
   * @default false
   */
  auto?: boolean
  /**
   * How many drafts one process judges at once, 1 to 64, beside those that it drafts.
   * @default 4
   */
  concurrency?: number
}

/** A path or an inline module provider: the host's loader says what is wrong with it. */
export const resolvable = () =>
  z.custom<ModuleProvider["resolve"]>(
    (value) => typeof value === "string" || (typeof value === "object" && value !== null),
    "expected a path, a package name or a ModuleProvider"
  )

export const JudgeOptionsSchema = z.strictObject({
  resolve: resolvable(),
  id: z.string().min(1).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  auto: z.boolean().default(false),
  concurrency: z.number().int().min(1).max(64).default(4),
})
