import { z } from "@medusajs/framework/zod"
import type { Operation } from "./operation"

/** The header of calls that make a batch. */
export const idempotencyKey = (example: string): NonNullable<Operation["headers"]>[number] => ({
  name: "Idempotency-Key",
  description:
    "The same key with the same body on the same campaign gives back the first answer and " +
    "makes nothing; with another body, 409. 1 to 255 visible ASCII characters.",
  schema: z.string().regex(/^[\x21-\x7e]{1,255}$/),
  example,
})
