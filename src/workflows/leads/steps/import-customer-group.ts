import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignLeadInput } from "../../../modules/outreach"
import { flagStaleApprovals } from "../../reviews/steps/flag-stale-approvals"
import { resolveOutreach } from "../../common/resolve-modules"
import { listGroupCustomers, PAGE_SIZE } from "../list-group-customers"
import { listOrderFacts } from "../list-order-facts"
import { toCustomerLead, type RefusedCustomer } from "../to-customer-lead"

/** As many as a CSV file may have answered. */
const MAX_ERRORS = 1000

export interface ImportCustomerGroupInput {
  campaign_id: string
  /** The host's own id, `cusgroup_…`. */
  customer_group_id: string
  /** Only tell what would come of it. @default false */
  is_dry_run?: boolean
}

/** What an import of a customer group came to. */
export interface ImportedCustomerGroup {
  created: number
  /** Leads before, another now. */
  updated: number
  /** Leads before, and the same now; or the same address twice in the group. */
  skipped: number
  /** `line` is the customer's place in the group, from 1. */
  errors: RefusedCustomer[]
  /** Only when there were more. */
  errors_truncated?: true
}

/**
 * Page by page, each committed by itself, holding one page at a time. Without a way back: who has come
 * in stays, and the next import goes over everybody again.
 */
export const importCustomerGroupStep = createStep(
  "import-customer-group",
  async (
    { campaign_id, customer_group_id, is_dry_run }: ImportCustomerGroupInput,
    { container }
  ) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: groups } = await query.graph({
      entity: "customer_group",
      fields: ["id"],
      filters: { id: customer_group_id },
    })
    if (groups.length === 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no customer group ${customer_group_id} (field customer_group_id).`
      )
    }
    const outreach = resolveOutreach(container)
    await outreach.retrieveCampaign(campaign_id)
    const imported: ImportedCustomerGroup = { created: 0, updated: 0, skipped: 0, errors: [] }
    for (let after: string | null = null, line = 1; ; line += PAGE_SIZE) {
      const customers = await listGroupCustomers(query, { customer_group_id, after })
      const facts = await listOrderFacts(
        query,
        customers.map(({ id }) => id)
      )
      const leads: CampaignLeadInput[] = []
      for (const [place, customer] of customers.entries()) {
        const row = toCustomerLead(customer, facts.get(customer.id), line + place)
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
