import type { CustomerFilter } from "../../../../../../../workflows/customers/customer-filter"
import { parseOrRefuse } from "../../../../../../utils/validate"
import { ImportCampaignLeads } from "../validators"
import { toLeadRow, type LeadRow } from "./lead-row"

/** The leads are customers of the host. */
export interface CustomersBody {
  customers: CustomerFilter
}

/**
 * The leads of `{ "leads": [...] }`, or which customers `{ "customer_group_id": "cusgroup_…" }` or
 * `{ "customers": { … } }` means.
 *
 * @throws MedusaError INVALID_DATA when the body is nothing like it
 */
export function readJsonRows(body: unknown): LeadRow[] | CustomersBody {
  const { leads = [], customer_group_id, customers } = parseOrRefuse(ImportCampaignLeads, body)
  if (customers !== undefined) return { customers }
  if (customer_group_id !== undefined) return { customers: { customer_group_id } }
  return leads.map((lead, place) => toLeadRow(place + 1, lead))
}
