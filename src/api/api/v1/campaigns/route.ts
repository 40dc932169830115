import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CampaignDTO } from "../../../../modules/outreach"
import { createCampaignWorkflow } from "../../../../workflows/campaigns/create-campaign"
import { resolveOutreach } from "../../../../workflows/common/resolve-modules"
import type { CreateCampaignType, ListCampaignsType } from "./validators"
import { withParams } from "../../../utils/with-params"

interface CampaignsPage {
  campaigns: CampaignDTO[]
  count: number
  offset: number
  limit: number
}

/** Makes a campaign with its steps. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<CreateCampaignType>,
    res: MedusaResponse<{ campaign: CampaignDTO }>
  ) => {
    const { result } = await createCampaignWorkflow(req.scope).run({
      input: req.validatedBody,
      context: { requestId: req.requestId },
    })
    res.json({ campaign: result })
  }
)

/** A page of the campaigns, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListCampaignsType>,
  res: MedusaResponse<CampaignsPage>
) => {
  const { offset, limit } = req.validatedQuery
  const [campaigns, count] = await resolveOutreach(req.scope).searchCampaigns(req.validatedQuery)
  res.json({ campaigns, count, offset, limit })
}
