import { z } from "@medusajs/framework/zod"
import { wellFormedJsonObject } from "../../../../validation/json-object"
import { prompt } from "../../../utils/prompt"
import { searchParam } from "../../../utils/search-param"
import { textBetween, textUpTo } from "../../../../validation/text"

const MAX_SENDER_DATA_BYTES = 32 * 1024

/** Body of `POST /sender-profiles`. */
export const CreateSenderProfile = z.strictObject({
  profile_name: textBetween(1, 100),
  description: textUpTo(500).nullable().optional(),
  custom_prompt: prompt().optional(),
  sender_data: wellFormedJsonObject(MAX_SENDER_DATA_BYTES).optional(),
  is_default: z.boolean().optional(),
})

/** Body of `PATCH /sender-profiles/{id}`: a value sets, null clears, absent leaves alone. */
export const UpdateSenderProfile = CreateSenderProfile.partial()

/** Query of `GET /sender-profiles`. */
export const ListSenderProfiles = z.strictObject(searchParam())

export type CreateSenderProfileType = z.infer<typeof CreateSenderProfile>
export type UpdateSenderProfileType = z.infer<typeof UpdateSenderProfile>
export type ListSenderProfilesType = z.infer<typeof ListSenderProfiles>
