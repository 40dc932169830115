import { z } from "@medusajs/framework/zod"
import { ThresholdsSchema } from "../../../../../../../modules/playground"
import { pageParam } from "../../../../../../utils/page"
import { prompt } from "../../../../../../utils/prompt"
import { uuid } from "../../../../../../utils/uuid"

/** Body of `POST …/playground/evaluations`. */
export const EvaluatePrompt = z
  .strictObject({
    test_set_id: uuid(),
    step_index: z.number().int().min(1).max(32),
    custom_prompt: prompt().optional(),
    prompt_id: uuid().optional(),
    thresholds: ThresholdsSchema.optional().meta({ default: {} }),
  })
  .refine(
    // Null is no prompt, as for `generate`.
    ({ custom_prompt, prompt_id }) => typeof custom_prompt !== "string" || prompt_id === undefined,
    "Fields 'custom_prompt' and 'prompt_id' exclude each other: send one of the two, or neither"
  )
  .meta({
    not: {
      required: ["custom_prompt", "prompt_id"],
      properties: { custom_prompt: { type: "string" } },
    },
  })

/** Query of `GET …/playground/evaluations`. */
export const ListEvaluations = z.strictObject({ test_set_id: uuid().optional(), ...pageParam() })

export type EvaluatePromptType = z.infer<typeof EvaluatePrompt>
export type ListEvaluationsType = z.infer<typeof ListEvaluations>
