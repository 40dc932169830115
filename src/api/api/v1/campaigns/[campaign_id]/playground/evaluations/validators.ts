import { z } from "@medusajs/framework/zod"
import { ThresholdsSchema } from "../../../../../../../modules/playground"
import { pageParam } from "../../../../../../utils/page"
import { prompt } from "../../../../../../utils/prompt"
import { uuid } from "../../../../../../utils/uuid"

const asked = {
  test_set_id: uuid(),
  step_index: z.number().int().min(1).max(32),
  custom_prompt: prompt().optional(),
  prompt_id: uuid().optional(),
}

/** Null is no prompt, as for `generate`. */
const hasOnePrompt = (body: { custom_prompt?: string | null; prompt_id?: string }) =>
  typeof body.custom_prompt !== "string" || body.prompt_id === undefined
const ONE_PROMPT =
  "Fields 'custom_prompt' and 'prompt_id' exclude each other: send one of the two, or neither"
const NOT_BOTH = {
  not: {
    required: ["custom_prompt", "prompt_id"],
    properties: { custom_prompt: { type: "string" } },
  },
}

/** Body of `POST …/playground/evaluations`. */
export const EvaluatePrompt = z
  .strictObject({ ...asked, thresholds: ThresholdsSchema.optional().meta({ default: {} }) })
  .refine(hasOnePrompt, ONE_PROMPT)
  .meta(NOT_BOTH)

/** Body of `POST …/playground/evaluations/preview`. */
export const PreviewEvaluation = z
  .strictObject(asked)
  .refine(hasOnePrompt, ONE_PROMPT)
  .meta(NOT_BOTH)

/** Query of `GET …/playground/evaluations`. */
export const ListEvaluations = z.strictObject({ test_set_id: uuid().optional(), ...pageParam() })

export type PreviewEvaluationType = z.infer<typeof PreviewEvaluation>
export type EvaluatePromptType = z.infer<typeof EvaluatePrompt>
export type ListEvaluationsType = z.infer<typeof ListEvaluations>
