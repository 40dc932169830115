import { parseOrRefuse } from "../../../../../../utils/validate"
import { ImportCampaignLeads } from "../validators"
import { toLeadRow, type LeadRow } from "./lead-row"

/** The leads are the customers of one of the host's groups. */
export interface CustomerGroupBody {
  customer_group_id: string
}

/**
 * The leads of `{ "leads": [...] }`, or the group of `{ "customer_group_id": "cusgroup_…" }`.
 *
 * @throws MedusaError INVALID_DATA when the body is nothing like it
 */
export function readJsonRows(body: unknown): LeadRow[] | CustomerGroupBody {
  const { leads = [], customer_group_id } = parseOrRefuse(ImportCampaignLeads, body)
  if (customer_group_id !== undefined) return { customer_group_id }
  return leads.map((lead, place) => toLeadRow(place + 1, lead))
}
