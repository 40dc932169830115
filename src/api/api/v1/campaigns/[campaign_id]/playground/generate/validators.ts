import { z } from "@medusajs/framework/zod"
import {
  checkLeadSelection,
  leadSelection,
  withDefaults,
} from "../../../../../../utils/lead-selection"
import { prompt } from "../../../../../../utils/prompt"

/** Body of `POST …/playground/generate`. */
export const GenerateDrafts = z
  .strictObject({
    step_index: z.number().int().min(1).max(32),
    custom_prompt: prompt().optional(),
    ...leadSelection(),
  })
  .superRefine(checkLeadSelection)
  .meta({ not: { required: ["n_leads", "campaign_lead_ids"] } })
  .transform(withDefaults)

export type GenerateDraftsType = z.infer<typeof GenerateDrafts>
