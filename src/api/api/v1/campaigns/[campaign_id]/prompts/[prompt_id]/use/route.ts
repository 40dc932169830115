import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PromptDetailDTO } from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../../workflows/common/resolve-modules"
import { usePromptWorkflow } from "../../../../../../../../workflows/prompts/use-prompt"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { UsePromptType } from "../../validators"

/** Makes a version the campaign's `system_prompt`. */
export const POST = async (
  req: AuthenticatedMedusaRequest<UsePromptType>,
  res: MedusaResponse<{ prompt: PromptDetailDTO }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  const prompt_id = uuidParam(req, "prompt_id")
  const { prompt_version_hash = null } = req.validatedBody
  await usePromptWorkflow(req.scope).run({
    input: { campaign_id, prompt_id, prompt_version_hash },
    context: { requestId: req.requestId },
  })
  const campaign = await retrieveCampaign(req.scope, campaign_id)
  const library = resolvePlayground(req.scope).verdict.prompts
  res.json({ prompt: await library.retrieve(campaign, prompt_id) })
}
