import { z } from "@medusajs/framework/zod"
import { ChecksSchema } from "../../../../../../modules/playground"

/** Body of `PUT …/checks`: a file of checks as it is, `checks.schema.json` describes it. */
export const ReplaceChecks = z.strictObject({
  $schema: z.string().max(1_000).optional().meta({ description: "For editors; nothing reads it." }),
  checks: ChecksSchema,
})

export type ReplaceChecksType = z.infer<typeof ReplaceChecks>
