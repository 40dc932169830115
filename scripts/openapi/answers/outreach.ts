import { z } from "@medusajs/framework/zod"
import { CAMPAIGN_STATUSES, VARIANT_TYPES } from "../../../src/modules/outreach/types/dtos"
import { count, id, instant, page, stepIndex } from "./parts"

const text = () => z.string().nullable()
const json = () => z.record(z.string(), z.unknown())

const StepVariant = z
  .strictObject({
    label: z.string(),
    weight: z.number().meta({ description: "Its share of the leads that enter from now on." }),
    type: z.enum(VARIANT_TYPES),
    template: z.strictObject({ subject: z.string(), body: z.string() }).nullable(),
    sender_profile_id: id().nullable().meta({ description: "Null: the campaign's sender." }),
  })
  .meta({ id: "StepVariant" })

const CampaignStep = z
  .strictObject({
    step_index: stepIndex(),
    delay_days: count(),
    channel: z.string(),
    variants: z.array(StepVariant),
  })
  .meta({ id: "CampaignStep" })

/** A campaign with its steps. */
export const Campaign = z
  .strictObject({
    id: id(),
    name: z.string(),
    description: text(),
    status: z.enum(CAMPAIGN_STATUSES),
    system_prompt: text(),
    sender_profile_id: id().nullable(),
    promotion_campaign_id: text().meta({ description: "The host's own promotion campaign." }),
    created_at: instant(),
    updated_at: instant(),
    steps: z.array(CampaignStep),
  })
  .meta({ id: "Campaign" })

export const CampaignPage = z.strictObject({ campaigns: z.array(Campaign), ...page() })

/** One recipient in one campaign. */
export const CampaignLead = z
  .strictObject({
    id: id(),
    campaign_id: id(),
    email: z.string(),
    first_name: text(),
    last_name: text(),
    company: text(),
    title: text(),
    customer_id: text().meta({ description: "The host's customer." }),
    attributes: json(),
    created_at: instant(),
    updated_at: instant(),
  })
  .meta({ id: "CampaignLead" })

export const CampaignLeadPage = z.strictObject({ leads: z.array(CampaignLead), ...page() })

/** What came of an import of leads. */
export const ImportedLeads = z
  .strictObject({
    created: count(),
    updated: count().optional().meta({ description: "Of a customer group only." }),
    skipped: count().meta({ description: "In the campaign already, or twice in the import." }),
    errors: z
      .array(
        z.strictObject({
          line: z.number().int().min(1),
          email: z.string().optional(),
          reason: z.string(),
        })
      )
      .meta({ description: "Rows that were refused. They stop no other." }),
    errors_truncated: z
      .literal(true)
      .optional()
      .meta({ description: "Only when there were more." }),
  })
  .meta({ id: "ImportedLeads" })

/** Who an e-mail is from, and their voice. */
export const SenderProfile = z
  .strictObject({
    id: id(),
    profile_name: z.string(),
    description: text(),
    custom_prompt: text(),
    sender_data: json(),
    is_default: z.boolean(),
    created_at: instant(),
    updated_at: instant(),
  })
  .meta({ id: "SenderProfile" })

export const SenderProfilePage = z.strictObject({
  sender_profiles: z.array(SenderProfile),
  ...page(),
})
