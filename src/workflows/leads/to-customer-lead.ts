import type { CampaignLeadInput } from "../../modules/outreach"
import { CampaignLead } from "../../validation/campaign-lead"
import { problemWith } from "../../validation/problem"
import type { CustomerRow } from "../customers/sql/list-customers"

/** As much of an address as an error shows. */
const MAX_SHOWN = 320

export interface RefusedCustomer {
  line: number
  email?: string
  code: "address_missing" | "customer_refused"
  params: { customer_id: string }
  reason: string
}

/** A customer as a lead, or why they can be none: by the same rule as a lead in a file. */
export function toCustomerLead(
  customer: CustomerRow,
  line: number
): { lead: CampaignLeadInput } | RefusedCustomer {
  const { id, email } = customer
  const params = { customer_id: id }
  if (!email?.trim()) {
    const reason = `Customer ${id} has no e-mail address`
    return { line, code: "address_missing", params, reason }
  }
  const candidate = {
    customer_id: id,
    email,
    first_name: customer.first_name?.trim() || null,
    last_name: customer.last_name?.trim() || null,
    company: customer.company_name?.trim() || null,
  }
  const parsed = CampaignLead.safeParse(candidate)
  if (parsed.success) return { lead: { ...candidate, email: parsed.data.email } }
  const reason = `Customer ${id}: ${problemWith(parsed.error, candidate)}`
  return { line, email: email.slice(0, MAX_SHOWN), code: "customer_refused", params, reason }
}
