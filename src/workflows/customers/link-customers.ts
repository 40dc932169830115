import type { MedusaContainer } from "@medusajs/framework/types"
import type { CampaignLeadInput } from "../../modules/outreach"
import { resolveHostDatabase } from "./host-database"
import { listCustomerIdsByEmail } from "./sql/list-customer-ids-by-email"

/** The leads with the host's customer of the same address; one that names a customer keeps it. */
export async function linkCustomers(
  container: MedusaContainer,
  leads: CampaignLeadInput[]
): Promise<CampaignLeadInput[]> {
  const open = leads.filter(({ customer_id }) => !customer_id)
  if (open.length === 0) return leads
  const emails = open.map(({ email }) => email)
  const ids = await listCustomerIdsByEmail(resolveHostDatabase(container), emails)
  return leads.map((lead) => {
    const customer_id = lead.customer_id ?? ids.get(lead.email.toLowerCase())
    return customer_id ? { ...lead, customer_id } : lead
  })
}
