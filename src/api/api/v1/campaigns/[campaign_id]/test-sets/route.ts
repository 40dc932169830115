import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { TestSetDTO, TestSetPageDTO } from "../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../workflows/common/resolve-modules"
import { createTestSetWorkflow } from "../../../../../../workflows/evaluations/create-test-set"
import { uuidParam } from "../../../../../utils/path-param"
import type { CreateTestSetType, ListTestSetsType } from "./validators"

/** The campaign's test sets, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListTestSetsType>,
  res: MedusaResponse<TestSetPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { offset, limit } = req.validatedQuery
  res.json(await resolvePlayground(req.scope).verdict.testSets.list(campaign.id, { offset, limit }))
}

/** Freezes leads under a name. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateTestSetType>,
  res: MedusaResponse<{ test_set: TestSetDTO }>
) => {
  const { result: test_set } = await createTestSetWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      ...req.validatedBody,
      created_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json({ test_set })
}
