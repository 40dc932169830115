import { z } from "@medusajs/framework/zod"

/** A UUID of any version, in lower case as Postgres writes it. */
export const uuid = () => z.guid("expected a UUID").transform((id) => id.toLowerCase())
