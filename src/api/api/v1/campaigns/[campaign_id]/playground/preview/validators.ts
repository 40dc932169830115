import { z } from "@medusajs/framework/zod"
import { prompt } from "../../../../../../utils/prompt"
import { uuid } from "../../../../../../utils/uuid"

/** Body of `POST …/playground/preview`. */
export const PreviewDraft = z.strictObject({
  step_index: z.number().int().min(1).max(32),
  campaign_lead_id: uuid().optional(),
  custom_prompt: prompt().optional(),
  n_leads: z.number().int().min(1).max(200).default(50),
})

export type PreviewDraftType = z.infer<typeof PreviewDraft>
