import { z } from "@medusajs/framework/zod"
import { SUPPRESSION_REASONS } from "../../../../modules/delivery"
import { textBetween, textUpTo } from "../../../../validation/text"
import { pageParam } from "../../../utils/page"
import { searchParam } from "../../../utils/search-param"

/** Query of `GET /suppressions`. */
export const ListSuppressions = z.strictObject({
  ...searchParam(),
  reason: z.enum(SUPPRESSION_REASONS).optional(),
})

/** Body of `POST /suppressions`. As CSV: a column `value`, and `reason` where it is not `manual`. */
export const AddSuppressions = z.strictObject({
  suppressions: z
    .array(
      z.strictObject({
        value: textBetween(3, 320).meta({ description: "An e-mail address or a domain." }),
        reason: z.enum(SUPPRESSION_REASONS).default("manual"),
      })
    )
    .min(1)
    .max(1_000),
})

/** Query of `GET /suppressions/lifted`. */
export const ListLiftedSuppressions = z.strictObject({ ...pageParam() })

/** Body of `DELETE /suppressions/{suppression_id}`. */
export const DeleteSuppression = z.strictObject({
  note: textUpTo(1_000).nullish().meta({ description: "Why the shop may write there again." }),
})

export type ListLiftedSuppressionsType = z.infer<typeof ListLiftedSuppressions>
export type DeleteSuppressionType = z.infer<typeof DeleteSuppression>
export type ListSuppressionsType = z.infer<typeof ListSuppressions>
export type AddSuppressionsType = z.infer<typeof AddSuppressions>
