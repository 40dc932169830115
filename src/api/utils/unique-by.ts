import type { z } from "@medusajs/framework/zod"

/** Refuses a list in which two members have the same `key`, naming the second. */
export function uniqueBy<Key extends string, Item extends Record<Key, unknown>, Input>(
  key: Key,
  list: z.ZodType<Item[], Input>
) {
  return list.superRefine((items, context) => {
    const values = items.map((item) => item[key])
    const second = values.findIndex((value, place) => values.indexOf(value) < place)
    if (second === -1) return
    context.addIssue({ code: "custom", path: [second, key], message: `expected each ${key} once` })
  })
}
