import { z } from "@medusajs/framework/zod"
import { leadIds } from "../../../../../../utils/lead-ids"
import { prompt } from "../../../../../../utils/prompt"

const DEFAULT_LEADS = 50
/** Each lead is a paid call of a model. */
const MAX_LEADS = 200

/** Body of `POST …/playground/generate`. */
export const GenerateDrafts = z
  .strictObject({
    step_index: z.number().int().min(1).max(32),
    n_leads: z.number().int().min(1).max(MAX_LEADS).optional().meta({ default: DEFAULT_LEADS }),
    custom_prompt: prompt().optional(),
    campaign_lead_ids: leadIds().optional(),
  })
  .refine((body) => body.n_leads === undefined || body.campaign_lead_ids === undefined, {
    message: "Fields 'n_leads' and 'campaign_lead_ids' exclude each other: send one of the two",
  })
  .meta({ not: { required: ["n_leads", "campaign_lead_ids"] } })
  .transform(({ n_leads = DEFAULT_LEADS, ...body }) => ({ ...body, n_leads }))

export type GenerateDraftsType = z.infer<typeof GenerateDrafts>
