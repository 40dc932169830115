import { z } from "@medusajs/framework/zod"
import { CampaignLead } from "../../../../../../validation/campaign-lead"
import { textBetween, textUpTo } from "../../../../../../validation/text"
import { flagParam } from "../../../../../utils/flag-param"
import { leadIdsParam } from "../../../../../utils/lead-ids"
import { searchParam } from "../../../../../utils/search-param"
import { answerParam, attributesParam } from "../../../../../utils/lead-filters"
import { wholeNumber } from "../../../../../utils/page"
import { VARIANT_TYPES } from "../../../../../../modules/outreach"
import { columnMapParam } from "./import/column-map"

const MAX_ID_LENGTH = 255

const orders = () => z.number().int().min(0).max(1_000_000)
const amount = () => z.number().min(0).max(1_000_000_000_000)

/** Which of the host's customers become leads: those whom all that is given fits. */
export const CustomerFilter = z
  .strictObject({
    /** The host's own ids: `cusgroup_…`, `prod_…`, `pcat_…`. */
    customer_group_id: textBetween(1, MAX_ID_LENGTH).optional(),
    product_id: textBetween(1, MAX_ID_LENGTH).optional(),
    product_category_id: textBetween(1, MAX_ID_LENGTH).optional(),
    not_ordered_for_days: z.number().int().min(1).max(3_650).optional(),
    has_open_cart: z.literal(true).optional(),
    min_orders: orders().optional(),
    max_orders: orders().optional(),
    min_spent: amount().optional(),
    max_spent: amount().optional(),
    currency_code: z
      .string()
      .regex(/^[a-z]{3}$/, "expected a currency code of three lower-case letters")
      .optional(),
  })
  .refine(
    (filter) => Object.keys(filter).some((name) => name !== "currency_code"),
    "expected at least one condition"
  )
  .refine(
    ({ min_spent, max_spent, currency_code }) =>
      (min_spent === undefined && max_spent === undefined) === (currency_code === undefined),
    "'min_spent' and 'max_spent' go with a 'currency_code'"
  )

/** JSON body of `POST …/leads`: one of the three. Each lead is looked at by itself: a bad one does not stop the others. */
export const ImportCampaignLeads = z
  .strictObject({
    leads: z.array(z.unknown()).min(1).max(1000).optional(),
    /** The host's own ids, `cusgroup_…`: its customers become leads. */
    customer_group_id: textBetween(1, MAX_ID_LENGTH).optional(),
    customers: CustomerFilter.optional(),
  })
  .refine(
    (body) => Object.values(body).filter((member) => member !== undefined).length === 1,
    "send either 'leads' (a list), 'customer_group_id' or 'customers' (a filter)"
  )

/** Query of `POST …/leads`. */
export const ImportCampaignLeadsQuery = z.strictObject({
  link_customers: flagParam().meta({
    description:
      "True: a lead whose address is that of one of the host's customers is that customer.",
  }),
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

const part = () =>
  textUpTo(MAX_ID_LENGTH).optional().meta({ description: "Part of it, whatever its case." })

/** Query of `GET …/leads`. */
export const ListCampaignLeads = z
  .strictObject({
    ...searchParam(),
    /** Only these; those that are none of the campaign's leads (any more) are passed over. */
    campaign_lead_ids: leadIdsParam().optional(),
    email: part(),
    first_name: part(),
    last_name: part(),
    company: part(),
    title: part(),
    attributes: attributesParam().optional(),
    step_index: wholeNumber(1, 32)
      .optional()
      .meta({ description: "The step that the next ones are about; absent: any." }),
    variant_type: z
      .enum(VARIANT_TYPES)
      .optional()
      .meta({ description: "Of the variant that the lead gets in the step. Needs `step_index`." }),
    has_draft: answerParam("Has a draft in any batch."),
    approved: answerParam("Holds an approved e-mail."),
    failed: answerParam("Its newest draft task has failed."),
    flagged: answerParam("Its newest draft has a flag."),
  })
  .refine(
    ({ variant_type, step_index }) => variant_type === undefined || step_index !== undefined,
    {
      path: ["step_index"],
      message: "is needed beside variant_type",
    }
  )

export type ImportCampaignLeadsQueryType = z.infer<typeof ImportCampaignLeadsQuery>
export type UpdateCampaignLeadType = z.infer<typeof UpdateCampaignLead>
export type ListCampaignLeadsType = z.infer<typeof ListCampaignLeads>
