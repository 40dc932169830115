import { z } from "@medusajs/framework/zod"

/** An id of the plugin's own. */
export const id = () => z.guid()

/** An instant, ISO 8601 in UTC. */
export const instant = () => z.iso.datetime()

/** How many. */
export const count = () => z.number().int().min(0)

export const stepIndex = () => z.number().int().min(1).max(32)

/** `offset` and `limit` as they were asked for, and how many there are in all. */
export const page = () => ({ count: count(), offset: count(), limit: count() })

/** What calls cost. */
export const Cost = z
  .strictObject({
    amount: z.number(),
    currency_code: z.string().meta({ description: "ISO 4217 in lower case." }),
  })
  .meta({ id: "Cost" })

/** Tokens of all answered calls, failed ones among them. */
export const Usage = z
  .strictObject({
    input_tokens: count(),
    cached_input_tokens: count().optional().meta({
      description: "Those of input_tokens that came from the provider's cache; absent: none.",
    }),
    output_tokens: count(),
  })
  .meta({ id: "Usage" })

/** The one shape of every refusal. */
export const Refusal = z
  .strictObject({
    type: z.string(),
    message: z.string().meta({ description: "What was wrong, where, and what to do." }),
    code: z.string().optional(),
    params: z.record(z.string(), z.unknown()).optional().meta({
      description:
        "What the message says, for machines. `invalid_prompt`: `source` and `problems`.",
    }),
  })
  .meta({ id: "Error" })

/** What every DELETE answers. */
export const Deleted = z
  .strictObject({ id: id(), object: z.string(), deleted: z.literal(true) })
  .meta({ id: "Deleted" })

/** What calls use, and what that costs. */
export const spend = { input_tokens: count(), output_tokens: count(), cost: Cost.nullable() }
