import { z } from "@medusajs/framework/zod"
import { pageParam, wholeNumber } from "../../../../../../utils/page"

/** Query of `GET …/playground/prompts`. */
export const ListPromptVersions = z.strictObject({
  step_index: wholeNumber(1, 32).optional(),
  ...pageParam(),
})

export type ListPromptVersionsType = z.infer<typeof ListPromptVersions>
