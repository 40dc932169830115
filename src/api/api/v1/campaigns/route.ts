import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createCampaignWorkflow } from "../../../../workflows/campaigns/create-campaign"
import { resolveOutreach } from "../../../../workflows/common/resolve-modules"
import { eachWithSending, withSending, type CampaignAnswer } from "./with-sending"
import type { CreateCampaignType, ListCampaignsType } from "./validators"
import type { DraftCounts } from "../../../../modules/playground"
import { withDraftCounts } from "../../../../workflows/common/with-draft-counts"
import { withParams } from "../../../utils/with-params"

interface CampaignsPage {
  campaigns: (CampaignAnswer & DraftCounts)[]
  count: number
  offset: number
  limit: number
}

/** Makes a campaign with its steps. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<CreateCampaignType>,
    res: MedusaResponse<{ campaign: CampaignAnswer }>
  ) => {
    const { result } = await createCampaignWorkflow(req.scope).run({
      input: req.validatedBody,
      context: { requestId: req.requestId },
    })
    res.json({ campaign: await withSending(req.scope, result) })
  }
)

/** A page of the campaigns, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCampaignsType>,
  res: MedusaResponse<CampaignsPage>
) => {
  const { offset, limit } = req.validatedQuery
  const [campaigns, count] = await resolveOutreach(req.scope).searchCampaigns(req.validatedQuery)
  const sending = await eachWithSending(req.scope, campaigns)
  res.json({ campaigns: await withDraftCounts(req.scope, sending, null), count, offset, limit })
}
