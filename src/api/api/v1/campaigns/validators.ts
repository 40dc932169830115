import { z } from "@medusajs/framework/zod"
import { CAMPAIGN_STATUSES } from "../../../../modules/outreach"
import { prompt } from "../../../utils/prompt"
import { searchParam } from "../../../utils/search-param"
import { textBetween, textUpTo } from "../../../../validation/text"
import { uuid } from "../../../utils/uuid"
import { SendingSettings } from "./[campaign_id]/sending/validators"
import { campaignSteps } from "./campaign-steps"

/** Body of `POST /campaigns`. */
export const CreateCampaign = z.strictObject({
  name: textBetween(1, 255),
  description: textUpTo(1000).nullable().optional(),
  status: z.enum(CAMPAIGN_STATUSES).optional(),
  system_prompt: prompt().optional(),
  sender_profile_id: uuid().nullable().optional(),
  /** The host's own ids, `procamp_…`. */
  promotion_campaign_id: textBetween(1, 255).nullable().optional(),
  steps: campaignSteps().optional(),
})

/** Body of `PATCH /campaigns/{id}`: a value sets, null clears, absent leaves alone. */
export const UpdateCampaign = CreateCampaign.partial().extend({
  sending: SendingSettings.optional(),
})

/** Query of `GET /campaigns`. */
export const ListCampaigns = z.strictObject({
  ...searchParam(),
  status: z.enum(CAMPAIGN_STATUSES).optional(),
  promotion_campaign_id: textBetween(1, 255).optional(),
})

export type CreateCampaignType = z.infer<typeof CreateCampaign>
export type UpdateCampaignType = z.infer<typeof UpdateCampaign>
export type ListCampaignsType = z.infer<typeof ListCampaigns>
