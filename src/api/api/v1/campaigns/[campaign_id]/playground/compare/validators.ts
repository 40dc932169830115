import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../../../utils/page"
import { uuid } from "../../../../../../utils/uuid"

/** Query of `GET …/playground/compare`: `batch_ids=<a>,<b>`. */
export const CompareDraftBatches = z.strictObject({
  batch_ids: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.tuple([uuid(), uuid()], "expected two UUIDs with a comma between them"))
    .refine(([first, second]) => first !== second, "expected two different batches")
    .meta({ description: "Two ids of batches with a comma between them." }),
  ...pageParam({ defaultLimit: 200 }),
})

export type CompareDraftBatchesType = z.infer<typeof CompareDraftBatches>
