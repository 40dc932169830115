import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CampaignLeadDTO } from "../../../../../../modules/outreach"
import { importCustomersWorkflow } from "../../../../../../workflows/leads/import-customers"
import type { ImportedCustomers } from "../../../../../../workflows/leads/steps/import-customers"
import { findLeads } from "../../../../../../workflows/leads/find-leads"
import type { DraftCounts } from "../../../../../../modules/playground"
import { withDraftCounts } from "../../../../../../workflows/common/with-draft-counts"
import { resolveOutreach } from "../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../utils/path-param"
import { toColumnMap } from "./import/column-map"
import {
  examineLeads,
  importLeads,
  type DryRunResponse,
  type ImportedLeadsResponse,
} from "./import/import-leads"
import { readRows } from "./import/read-rows"
import type { ImportCampaignLeadsQueryType, ListCampaignLeadsType } from "./validators"

interface LeadsPage {
  leads: (CampaignLeadDTO & DraftCounts)[]
  count: number
  offset: number
  limit: number
}

/**
 * Adds leads, as JSON, as CSV or from customers of the host, or tells what that would come to.
 * What is wrong with a row is answered, and stops no other row.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<unknown, ImportCampaignLeadsQueryType>,
  res: MedusaResponse<
    ImportedLeadsResponse | DryRunResponse | ImportedCustomers | { type: string; message: string }
  >
) => {
  const { dry_run, map, on_existing, link_customers } = req.validatedQuery
  const campaign_id = uuidParam(req, "campaign_id")
  await resolveOutreach(req.scope).retrieveCampaign(campaign_id)
  const rows = await readRows(req, toColumnMap(map))
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
  if ("customers" in rows) {
    const { result } = await importCustomersWorkflow(req.scope).run({
      input: { campaign_id, ...rows, is_dry_run: dry_run },
      context: { requestId: req.requestId },
    })
    res.json(result)
    return
  }
  const input = { campaign_id, rows, on_existing, link_customers, request_id: req.requestId }
  res.json(await (dry_run ? examineLeads(req.scope, input) : importLeads(req.scope, input)))
}

/** A page of the campaign's leads, in lead order. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCampaignLeadsType>,
  res: MedusaResponse<LeadsPage>
) => {
  const outreach = resolveOutreach(req.scope)
  const campaign = await outreach.retrieveCampaign(uuidParam(req, "campaign_id"))
  const query = req.validatedQuery
  const [found, count] = await findLeads(req.scope, campaign.id, query)
  const leads = await withDraftCounts(req.scope, found, campaign.id)
  const { offset, limit } = query
  res.json({ leads, count, offset, limit })
}
