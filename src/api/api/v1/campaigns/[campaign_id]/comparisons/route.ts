import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ComparisonDTO, ComparisonPageDTO } from "../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../workflows/common/resolve-modules"
import { createComparisonWorkflow } from "../../../../../../workflows/verdict/create-comparison"
import { uuidParam } from "../../../../../utils/path-param"
import type { CreateComparisonType, ListComparisonsType } from "./validators"

/** The campaign's blind comparisons, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListComparisonsType>,
  res: MedusaResponse<ComparisonPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { offset, limit } = req.validatedQuery
  res.json(
    await resolvePlayground(req.scope).verdict.comparisons.list(campaign.id, { offset, limit })
  )
}

/** Pairs the drafts of the leads that both batches have drafted. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateComparisonType>,
  res: MedusaResponse<{ comparison: ComparisonDTO }>
) => {
  const { result: comparison } = await createComparisonWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      batch_ids: req.validatedBody.batch_ids,
      created_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json({ comparison })
}
