import { parseOrRefuse } from "../../../../../../utils/validate"
import { ImportCampaignLeads } from "../validators"
import { toLeadRow, type LeadRow } from "./lead-row"

/**
 * The leads of `{ "leads": [...] }`.
 *
 * @throws MedusaError INVALID_DATA when the body is nothing like it
 */
export function readJsonRows(body: unknown): LeadRow[] {
  const { leads } = parseOrRefuse(ImportCampaignLeads, body)
  return leads.map((lead, place) => toLeadRow(place + 1, lead))
}
