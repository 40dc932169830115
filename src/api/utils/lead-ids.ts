import { z } from "@medusajs/framework/zod"
import { uuid } from "./uuid"

/** Most leads that one request may name: as many as a batch holds. */
const MAX_LEADS = 200

/** `campaign_lead_ids`: 1 to 200 UUIDs, none twice. */
export const leadIds = () =>
  z
    .array(uuid())
    .min(1)
    .max(MAX_LEADS)
    .refine((ids) => new Set(ids).size === ids.length, {
      message: "expected each lead once",
    })

/** The same in a query string, joined by commas. */
export const leadIdsParam = () =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(leadIds())
    .meta({ description: "1 to 200 ids of leads, joined by commas." })
