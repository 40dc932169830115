import { z } from "@medusajs/framework/zod"
import { filledText, nameUpTo, textUpTo } from "../../../../../../validation/text"
import { flagParam } from "../../../../../utils/flag-param"
import { pageParam } from "../../../../../utils/page"
import { MAX_PROMPT_LENGTH } from "../../../../../utils/prompt"

const name = () => nameUpTo(120)
const note = () => textUpTo(1000).nullable()
const text = () => filledText(MAX_PROMPT_LENGTH)

/** Query of `GET …/prompts`. */
export const ListPrompts = z.strictObject({ archived: flagParam(), ...pageParam() })

/** Body of `POST …/prompts`. */
export const CreatePrompt = z.strictObject({
  name: name(),
  text: text(),
  note: note().optional(),
})

/** Body of `PATCH …/prompts/{prompt_id}`: a value sets, null clears, absent leaves alone. */
export const UpdatePrompt = z.strictObject({
  name: name().optional(),
  note: note().optional(),
  archived: z.boolean().optional(),
})

/** Body of `POST …/prompts/{prompt_id}/versions`. */
export const SavePromptVersion = z.strictObject({ text: text(), note: note().optional() })

/** Body of `POST …/prompts/{prompt_id}/use`. */
export const UsePrompt = z.strictObject({
  prompt_version_hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits in lower case")
    .nullable()
    .optional(),
})

export type ListPromptsType = z.infer<typeof ListPrompts>
export type CreatePromptType = z.infer<typeof CreatePrompt>
export type UpdatePromptType = z.infer<typeof UpdatePrompt>
export type SavePromptVersionType = z.infer<typeof SavePromptVersion>
export type UsePromptType = z.infer<typeof UsePrompt>
