import { z } from "@medusajs/framework/zod"
import { EMAIL_CONSENTS } from "../../../src/ports"
import { CAMPAIGN_STATUSES, VARIANT_TYPES } from "../../../src/modules/outreach/types/dtos"
import { SendingSettings } from "./sending"
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
    prompt: z.string().nullable().meta({ description: "Goes before the campaign's. Null: none." }),
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
    sending: SendingSettings,
  })
  .meta({ id: "Campaign" })

const draftCounts = () => ({
  draft_count: count().meta({ description: "Drafts that are there, in all steps and batches." }),
  approved_count: count().meta({ description: "E-mails that are approved, in all steps." }),
})

const ListedCampaign = Campaign.extend(draftCounts()).meta({ id: "ListedCampaign" })

export const CampaignPage = z.strictObject({ campaigns: z.array(ListedCampaign), ...page() })

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
    email_consent: z
      .enum(EMAIL_CONSENTS)
      .meta({ description: "`withdrawn`: no drafts are generated for this lead." }),
    attributes: json(),
    created_at: instant(),
    updated_at: instant(),
  })
  .meta({ id: "CampaignLead" })

const ListedCampaignLead = CampaignLead.extend(draftCounts()).meta({ id: "ListedCampaignLead" })

export const CampaignLeadPage = z.strictObject({ leads: z.array(ListedCampaignLead), ...page() })

const params = () =>
  z
    .record(z.string(), z.union([z.string(), z.number()]))
    .meta({ description: "What the words name, for a translation." })

const LeadColumn = z
  .strictObject({
    header: z.string().meta({ description: "Numbered where the file has a name twice." }),
    field: text().meta({ description: "The lead's field that it fills." }),
    attribute: text().meta({ description: "Else the attribute; both null: it is left out." }),
    samples: z.array(z.string()).meta({ description: "Its first 3 values that are not blank." }),
  })
  .meta({ id: "LeadColumn" })

const ColumnQuestion = z
  .strictObject({
    code: z.enum(["several_columns", "no_email_column"]),
    field: z.string(),
    headers: z.array(z.string()).meta({ description: "To choose among, the likeliest first." }),
    message: z.string(),
  })
  .meta({ id: "ColumnQuestion" })

const ImportNote = z
  .strictObject({
    code: z.enum([
      "cells_said_nothing",
      "columns_numbered",
      "columns_without_name",
      "header_repeated",
      "no_header",
      "read_as_windows_1252",
      "rows_before_header",
    ]),
    params: params(),
    message: z.string(),
  })
  .meta({ id: "ImportNote" })

const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const

/** What is told of a CSV file. */
const csvReport = () => ({
  columns: z.array(LeadColumn).meta({ description: "At most 1,000." }),
  questions: z
    .array(ColumnQuestion)
    .meta({ description: "What `map` has to settle before an import." }),
  notes: z.array(ImportNote),
  encoding: z.enum(ENCODINGS),
  delimiter: z.string(),
})

const refusedRows = () => ({
  errors: z
    .array(
      z.strictObject({
        line: z.number().int().min(1),
        email: z.string().optional(),
        code: z
          .enum([
            "address_missing",
            "attributes_too_large",
            "cell_without_header",
            "customer_refused",
            "field_refused",
            "field_too_long",
            "not_an_address",
            "not_utf8",
            "several_addresses",
            "unknown_fields",
            "unreadable_from_here",
          ])
          .meta({ description: "Stable." }),
        params: params(),
        reason: z.string(),
      })
    )
    .meta({ description: "Rows that were refused. They stop no other." }),
  errors_truncated: z
    .literal(true)
    .optional()
    .meta({ description: "Only when there were more than 1,000." }),
})

const skipped = () =>
  count().meta({ description: "In the campaign already, or twice in the import." })

/** What came of an import of leads. */
export const ImportedLeads = z
  .strictObject({
    created: count(),
    updated: count().optional().meta({
      description: "With `on_existing=update`, and of a customer group.",
    }),
    skipped: skipped(),
    ...refusedRows(),
    ...z.object(csvReport()).partial().shape,
  })
  .meta({ id: "ImportedLeads" })

/** What an import would come to. */
export const ExaminedLeads = z
  .strictObject({
    created: count(),
    updated: count(),
    skipped: skipped(),
    ...refusedRows(),
    ...csvReport(),
    encoding: z.enum(ENCODINGS).nullable().meta({ description: "Null: it was no CSV file." }),
    delimiter: text(),
  })
  .meta({ id: "ExaminedLeads" })

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
