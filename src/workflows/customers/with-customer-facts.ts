import type { MedusaContainer } from "@medusajs/framework/types"
import type { AssignedLead } from "../../ports"
import { resolvePlayground } from "../common/resolve-modules"
import { resolveHostDatabase } from "./host-database"
import { readCustomerFacts } from "./read-customer-facts"

/**
 * The leads with what the shop knows of those who are its customers, as the option `customerFacts`
 * says. Wherever a lead is frozen or held against its draft, it goes through here first: the facts are
 * part of its fingerprint.
 */
export async function withCustomerFacts(
  container: MedusaContainer,
  leads: AssignedLead[]
): Promise<AssignedLead[]> {
  const names = resolvePlayground(container).getCustomerFacts()
  const ids = [...new Set(leads.flatMap(({ customer_id }) => customer_id ?? []))]
  if (names.length === 0 || ids.length === 0) return leads
  const facts = await readCustomerFacts(resolveHostDatabase(container), ids, names)
  return leads.map((assigned) => {
    const customer = assigned.customer_id ? facts.get(assigned.customer_id) : undefined
    return customer ? { ...assigned, lead: { ...assigned.lead, customer } } : assigned
  })
}
