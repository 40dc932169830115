import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CampaignLeadDTO, CampaignLeadInput } from "../../../../../../modules/outreach"
import { importCampaignLeadsWorkflow } from "../../../../../../workflows/leads/import-campaign-leads"
import { importCustomerGroupWorkflow } from "../../../../../../workflows/leads/import-customer-group"
import type { ImportedCustomerGroup } from "../../../../../../workflows/leads/steps/import-customer-group"
import { resolveOutreach } from "../../../../../../workflows/common/resolve-outreach"
import { uuidParam } from "../../../../../utils/path-param"
import { importRows, type ImportedLeadsResponse } from "./import/import-rows"
import { readRows } from "./import/read-rows"
import type { ListCampaignLeadsType } from "./validators"

interface LeadsPage {
  leads: CampaignLeadDTO[]
  count: number
  offset: number
  limit: number
}

/** Adds leads, as JSON, as CSV or from a customer group of the host. What is wrong with a row is answered, and stops no other row. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<
    ImportedLeadsResponse | ImportedCustomerGroup | { type: string; message: string }
  >
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await resolveOutreach(req.scope).retrieveCampaign(campaign_id)
  const rows = await readRows(req)
  if (rows === null) {
    // Written here: no error of the host's says 415.
    res.status(415).json({
      type: "invalid_data",
      message:
        `Header 'Content-Type': expected application/json or text/csv, in UTF-8 and not ` +
        `compressed, got: ${JSON.stringify(req.get("Content-Type") ?? "nothing")}`,
    })
    return
  }
  if ("customer_group_id" in rows) {
    const { result } = await importCustomerGroupWorkflow(req.scope).run({
      input: { campaign_id, ...rows },
      context: { requestId: req.requestId },
    })
    res.json(result)
    return
  }
  const save = async (leads: CampaignLeadInput[]) => {
    const { result } = await importCampaignLeadsWorkflow(req.scope).run({
      input: { campaign_id, leads },
      context: { requestId: req.requestId },
    })
    return result
  }
  res.json(await importRows(rows, save))
}

/** A page of the campaign's leads, in lead order. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCampaignLeadsType>,
  res: MedusaResponse<LeadsPage>
) => {
  const outreach = resolveOutreach(req.scope)
  const campaign = await outreach.retrieveCampaign(uuidParam(req, "campaign_id"))
  const { campaign_lead_ids: ids, ...page } = req.validatedQuery
  const [leads, count] = await outreach.searchCampaignLeads(campaign.id, { ...page, ids })
  const { offset, limit } = page
  res.json({ leads, count, offset, limit })
}
