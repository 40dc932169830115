import { z } from "@medusajs/framework/zod"

const MAX_OFFSET = 1_000_000_000

/** A whole number in a query string. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      message: `expected a whole number from ${min} to ${max}`,
    })
    .transform(Number)
    .meta({ type: "integer", minimum: min, maximum: max })

/**
 * `offset` and `limit` of a list, as the members of a query schema: `z.strictObject({ ...pageParam() })`.
 * The defaults are the host's.
 */
export function pageParam({ defaultLimit = 20, maxLimit = 200 } = {}) {
  return {
    offset: wholeNumber(0, MAX_OFFSET).default(0),
    limit: wholeNumber(1, maxLimit).default(defaultLimit),
  }
}
