import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignLeadInput } from "../../../modules/outreach"
import { resolveOutreach } from "../../common/resolve-modules"
import type { CustomerFilter } from "../../customers/customer-filter"
import { resolveHostDatabase } from "../../customers/host-database"
import { listCustomers } from "../../customers/sql/list-customers"
import { flagStaleApprovals } from "../../reviews/steps/flag-stale-approvals"
import { toCustomerLead, type RefusedCustomer } from "../to-customer-lead"

/** Customers that are read and committed together. */
const PAGE_SIZE = 200
/** As many as a CSV file may have answered. */
const MAX_ERRORS = 1000

export interface ImportCustomersInput {
  campaign_id: string
  customers: CustomerFilter
  /** Only tell what would come of it. @default false */
  is_dry_run?: boolean
}

/** What an import of customers came to. */
export interface ImportedCustomers {
  created: number
  /** Leads before, another now. */
  updated: number
  /** Leads before, and the same now; or the same address twice among the customers. */
  skipped: number
  /** `line` is the customer's place among them, from 1. */
  errors: RefusedCustomer[]
  /** Only when there were more. */
  errors_truncated?: true
}

/**
 * Page by page, each committed by itself, holding one page at a time. Without a way back: who has come
 * in stays, and the next import goes over everybody again.
 */
export const importCustomersStep = createStep(
  "import-customers",
  async ({ campaign_id, customers: filter, is_dry_run }: ImportCustomersInput, { container }) => {
    await assertCustomerGroup(container, filter.customer_group_id)
    const db = resolveHostDatabase(container)
    const outreach = resolveOutreach(container)
    await outreach.retrieveCampaign(campaign_id)
    const imported: ImportedCustomers = { created: 0, updated: 0, skipped: 0, errors: [] }
    for (let after: string | null = null, line = 1; ; line += PAGE_SIZE) {
      const customers = await listCustomers(db, { filter, after, limit: PAGE_SIZE })
      const leads: CampaignLeadInput[] = []
      for (const [place, customer] of customers.entries()) {
        const row = toCustomerLead(customer, line + place)
        if ("lead" in row) leads.push(row.lead)
        else if (imported.errors.length < MAX_ERRORS) imported.errors.push(row)
        else imported.errors_truncated = true
      }
      const { created, updated } = is_dry_run
        ? await outreach.examineCampaignLeads(campaign_id, leads)
        : await syncLeads(container, campaign_id, leads)
      imported.created += created
      imported.updated += updated
      imported.skipped += leads.length - created - updated
      if (customers.length < PAGE_SIZE) return new StepResponse(imported)
      after = customers.at(-1)?.id ?? null
    }
  }
)

async function assertCustomerGroup(container: MedusaContainer, id?: string): Promise<void> {
  if (id === undefined) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer_group",
    fields: ["id"],
    filters: { id },
  })
  if (data.length > 0) return
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no customer group ${id} (field customer_group_id).`
  )
}

async function syncLeads(
  container: MedusaContainer,
  campaign_id: string,
  leads: CampaignLeadInput[]
): Promise<{ created: number; updated: number }> {
  const outreach = resolveOutreach(container)
  const { created, updated } = await outreach.syncCampaignLeads(campaign_id, leads)
  await flagStaleApprovals(container, { campaign_id, campaign_lead_ids: updated })
  return { created: created.length, updated: updated.length }
}
