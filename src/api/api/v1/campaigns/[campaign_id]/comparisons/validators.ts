import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../../utils/page"
import { uuid } from "../../../../../utils/uuid"

/** Body of `POST …/comparisons`. */
export const CreateComparison = z.strictObject({
  batch_ids: z
    .tuple([uuid(), uuid()], "expected two UUIDs")
    .refine(([first, second]) => first !== second, "expected two different batches"),
})

/** Query of `GET …/comparisons`. */
export const ListComparisons = z.strictObject({ ...pageParam() })

/** Query of `GET …/comparisons/{comparison_id}/pairs`. */
export const ListComparisonPairs = z.strictObject({ ...pageParam({ defaultLimit: 200 }) })

/** Body of `POST …/comparisons/{comparison_id}/choices`. */
export const ChoosePair = z.strictObject({
  pair_id: uuid(),
  choice: z.enum(["left", "right", "equal"]).nullable(),
})

export type CreateComparisonType = z.infer<typeof CreateComparison>
export type ListComparisonsType = z.infer<typeof ListComparisons>
export type ListComparisonPairsType = z.infer<typeof ListComparisonPairs>
export type ChoosePairType = z.infer<typeof ChoosePair>
