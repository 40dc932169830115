import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PromptDetailDTO } from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../../workflows/common/resolve-modules"
import { savePromptVersionWorkflow } from "../../../../../../../../workflows/prompts/save-prompt-version"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { SavePromptVersionType } from "../../validators"

/** Makes a text the current version. One of the prompt's own texts is restored by it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<SavePromptVersionType>,
  res: MedusaResponse<{ prompt: PromptDetailDTO }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  const prompt_id = uuidParam(req, "prompt_id")
  const { text, note = null } = req.validatedBody
  await savePromptVersionWorkflow(req.scope).run({
    input: { campaign_id, prompt_id, text, note, created_by: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  const campaign = await retrieveCampaign(req.scope, campaign_id)
  const library = resolvePlayground(req.scope).verdict.prompts
  res.json({ prompt: await library.retrieve(campaign, prompt_id) })
}
