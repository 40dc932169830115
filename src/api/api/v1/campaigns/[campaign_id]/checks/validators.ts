import { z } from "@medusajs/framework/zod"
import { ChecksSchema } from "../../../../../../modules/playground"

/** Body of `PUT …/checks`. */
export const ReplaceChecks = z.strictObject({ checks: ChecksSchema })

export type ReplaceChecksType = z.infer<typeof ReplaceChecks>
