import { z } from "@medusajs/framework/zod"
import {
  checkLeadSelection,
  leadSelection,
  withDefaults,
} from "../../../../../../utils/lead-selection"
import { prompt } from "../../../../../../utils/prompt"
import { uuid } from "../../../../../../utils/uuid"

/** Body of `POST …/playground/preview`: the batch as `generate` takes it, and whose mail is shown. */
export const PreviewDraft = z
  .strictObject({
    step_index: z.number().int().min(1).max(32),
    campaign_lead_id: uuid()
      .optional()
      .meta({ description: "Whose mail is shown; else that of the batch's first lead." }),
    custom_prompt: prompt().optional(),
    ...leadSelection(),
  })
  .superRefine(checkLeadSelection)
  .meta({ not: { required: ["n_leads", "campaign_lead_ids"] } })
  .transform(withDefaults)

export type PreviewDraftType = z.infer<typeof PreviewDraft>
