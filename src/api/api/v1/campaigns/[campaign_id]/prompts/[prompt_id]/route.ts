import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PromptDetailDTO } from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { updatePromptWorkflow } from "../../../../../../../workflows/prompts/update-prompt"
import { uuidParam } from "../../../../../../utils/path-param"
import type { UpdatePromptType } from "../validators"

/** One prompt with its versions, and what each came to. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ prompt: PromptDetailDTO }>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const library = resolvePlayground(req.scope).verdict.prompts
  res.json({ prompt: await library.retrieve(campaign, uuidParam(req, "prompt_id")) })
}

/** A value sets, null clears, absent leaves alone. */
export const PATCH = async (
  req: AuthenticatedMedusaRequest<UpdatePromptType>,
  res: MedusaResponse<{ prompt: PromptDetailDTO }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  const prompt_id = uuidParam(req, "prompt_id")
  await updatePromptWorkflow(req.scope).run({
    input: { campaign_id, prompt_id, change: req.validatedBody },
    context: { requestId: req.requestId },
  })
  const campaign = await retrieveCampaign(req.scope, campaign_id)
  const library = resolvePlayground(req.scope).verdict.prompts
  res.json({ prompt: await library.retrieve(campaign, prompt_id) })
}
