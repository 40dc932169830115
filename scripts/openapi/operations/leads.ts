import { z } from "@medusajs/framework/zod"
import {
  ImportCampaignLeads,
  ImportCampaignLeadsQuery,
  ListCampaignLeads,
  UpdateCampaignLead,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/validators"
import { CampaignLead as NewLead } from "../../../src/validation/campaign-lead"
import { CampaignLead, CampaignLeadPage, ExaminedLeads, ImportedLeads } from "../answers/outreach"
import { Deleted } from "../answers/parts"
import * as example from "../examples"
import type { Operation } from "../operation"

const LEADS = "/campaigns/{campaign_id}/leads"
const OneLead = z.strictObject({ lead: CampaignLead })

const { customer_group_id, customers } = ImportCampaignLeads.shape

/** As `ImportCampaignLeads`, which leaves each lead to be looked at by itself. */
const ImportLeads = z.union([
  z.strictObject({
    leads: z
      .array(NewLead.meta({ id: "NewLead" }))
      .min(1)
      .max(1000),
  }),
  z.strictObject({ customer_group_id: customer_group_id.unwrap() }),
  z.strictObject({ customers: customers.unwrap().meta({ id: "CustomerFilter" }) }),
])

export const leadOperations: Record<string, Operation> = {
  [`get ${LEADS}`]: {
    operationId: "listLeads",
    tag: "Leads",
    summary: "A page of a campaign's leads, in lead order",
    query: ListCampaignLeads,
    answer: {
      schema: CampaignLeadPage,
      example: { leads: [{ ...example.lead, ...example.draftCounts }], ...example.page },
    },
    refusals: [404],
  },
  [`post ${LEADS}`]: {
    operationId: "importLeads",
    tag: "Leads",
    summary: "Add leads, as JSON, as CSV or from the host's customers",
    description:
      "A bad row is reported by line and reason and does not stop the good ones. Importing the " +
      "same again adds nothing. Each lead is assigned one variant per step, by weight, and keeps it. " +
      "Columns of a CSV file are matched the way people name them, in English, German, French and " +
      "Spanish; what is not sure is a question that `map` answers, and until then the import is refused.",
    query: ImportCampaignLeadsQuery,
    body: {
      schema: ImportLeads,
      example: { leads: [example.newLead] },
      csv: {
        description:
          "Streamed: 100,000 rows and more. Delimiter `,` `;` tab or `|`, rows before the header, " +
          "UTF-8, UTF-16 or Windows-1252. Columns that are no field of a lead become attributes.",
        example:
          "email,first_name,company,favourite\nada@example.com,Ada,Analytical Engines,Earl Grey\n",
      },
    },
    answer: { schema: z.union([ImportedLeads, ExaminedLeads]), example: example.importedLeads },
    refusals: [404],
  },
  [`get ${LEADS}/{campaign_lead_id}`]: {
    operationId: "getLead",
    tag: "Leads",
    summary: "One lead",
    answer: { schema: OneLead, example: { lead: example.lead } },
    refusals: [404],
  },
  [`patch ${LEADS}/{campaign_lead_id}`]: {
    operationId: "updateLead",
    tag: "Leads",
    summary: "Change a lead",
    description: "A value sets, null clears, absent leaves alone.",
    body: { schema: UpdateCampaignLead, example: { company: "Analytical Engines" } },
    answer: { schema: OneLead, example: { lead: example.lead } },
    refusals: [404],
  },
  [`delete ${LEADS}/{campaign_lead_id}`]: {
    operationId: "deleteLead",
    tag: "Leads",
    summary: "Take a lead out of its campaign",
    description: "With its approved e-mails. Drafts written for it stay in their batches.",
    answer: {
      schema: Deleted,
      example: { id: example.LEAD_ID, object: "lead", deleted: true },
    },
    refusals: [404],
  },
}
