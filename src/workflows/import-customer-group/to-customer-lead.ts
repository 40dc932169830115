import type { CustomerLeadInput } from "../../modules/outreach"
import type { GroupCustomer } from "./list-group-customers"
import type { OrderFacts } from "./list-order-facts"

const MAX_EMAIL_LENGTH = 320

export interface RefusedCustomer {
  line: number
  email?: string
  reason: string
}

/** A customer as a lead, or why they can be none. */
export function toCustomerLead(
  { id, email, first_name, last_name, company_name }: GroupCustomer,
  facts: OrderFacts | undefined,
  line: number
): { lead: CustomerLeadInput } | RefusedCustomer {
  const address = email?.trim().normalize("NFC") ?? ""
  if (address === "") return { line, reason: `Customer ${id} has no e-mail address` }
  if (!/^[^\s@]+@[^\s@]+$/.test(address) || [...address].length > MAX_EMAIL_LENGTH) {
    const shown = email?.slice(0, MAX_EMAIL_LENGTH)
    return { line, email: shown, reason: `Customer ${id}: expected an e-mail address` }
  }
  return {
    lead: {
      customer_id: id,
      email: address,
      first_name: first_name || null,
      last_name: last_name || null,
      company: company_name || null,
      attributes: {
        orders_count: facts?.orders_count ?? 0,
        last_order_at: facts?.last_order_at.toISOString() ?? null,
      },
    },
  }
}
