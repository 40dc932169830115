import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { TestSetDetailDTO } from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { deleteTestSetWorkflow } from "../../../../../../../workflows/evaluations/delete-test-set"
import { deleted, type DeletedResponse } from "../../../../../../utils/deleted"
import { uuidParam } from "../../../../../../utils/path-param"

/** A test set with its leads. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ test_set: TestSetDetailDTO }>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { testSets } = resolvePlayground(req.scope).verdict
  const test_set_id = uuidParam(req, "test_set_id")
  res.json({ test_set: await testSets.retrieve({ campaign_id: campaign.id, test_set_id }) })
}

/** With its evaluations, batches and drafts. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeletedResponse>
) => {
  const test_set_id = uuidParam(req, "test_set_id")
  await deleteTestSetWorkflow(req.scope).run({
    input: { campaign_id: uuidParam(req, "campaign_id"), test_set_id },
    context: { requestId: req.requestId },
  })
  res.json(deleted("test_set", test_set_id))
}
