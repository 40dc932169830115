import { z } from "@medusajs/framework/zod"
import { CampaignLead } from "../../../../../../validation/campaign-lead"
import { textBetween } from "../../../../../../validation/text"
import { flagParam } from "../../../../../utils/flag-param"
import { leadIdsParam } from "../../../../../utils/lead-ids"
import { searchParam } from "../../../../../utils/search-param"
import { columnMapParam } from "./import/column-map"

const MAX_ID_LENGTH = 255

/** JSON body of `POST …/leads`: one of the two. Each lead is looked at by itself: a bad one does not stop the others. */
export const ImportCampaignLeads = z
  .strictObject({
    leads: z.array(z.unknown()).min(1).max(1000).optional(),
    /** The host's own ids, `cusgroup_…`: its customers become leads. */
    customer_group_id: textBetween(1, MAX_ID_LENGTH).optional(),
  })
  .refine((body) => (body.leads === undefined) !== (body.customer_group_id === undefined), {
    message: "send either 'leads' (a list) or 'customer_group_id'",
  })

/** Query of `POST …/leads`. */
export const ImportCampaignLeadsQuery = z.strictObject({
  dry_run: flagParam().meta({
    description: "True: write nothing, and answer what an import would come to.",
  }),
  map: columnMapParam().optional(),
  on_existing: z.enum(["skip", "update"]).default("skip").meta({
    description:
      "What happens to leads whose address the campaign has: `update` sets what is given and leaves the rest.",
  }),
})

/** Body of `PATCH …/leads/{id}`: a value sets, null clears, absent leaves alone. */
export const UpdateCampaignLead = CampaignLead.partial()

/** Query of `GET …/leads`. */
export const ListCampaignLeads = z.strictObject({
  ...searchParam(),
  /** Only these; those that are none of the campaign's leads (any more) are passed over. */
  campaign_lead_ids: leadIdsParam().optional(),
})

export type ImportCampaignLeadsQueryType = z.infer<typeof ImportCampaignLeadsQuery>
export type UpdateCampaignLeadType = z.infer<typeof UpdateCampaignLead>
export type ListCampaignLeadsType = z.infer<typeof ListCampaignLeads>
