import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PromptDetailDTO, PromptPageDTO } from "../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../workflows/common/resolve-modules"
import { createPromptWorkflow } from "../../../../../../workflows/prompts/create-prompt"
import { uuidParam } from "../../../../../utils/path-param"
import type { CreatePromptType, ListPromptsType } from "./validators"

/** The campaign's named prompts, last changed first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListPromptsType>,
  res: MedusaResponse<PromptPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { archived, offset, limit } = req.validatedQuery
  const library = resolvePlayground(req.scope).verdict.prompts
  res.json(await library.list(campaign, { archived, offset, limit }))
}

/** Gives a prompt a name. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreatePromptType>,
  res: MedusaResponse<{ prompt: PromptDetailDTO }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  const { name, text, note = null } = req.validatedBody
  const { result: prompt_id } = await createPromptWorkflow(req.scope).run({
    input: { campaign_id, name, text, note, created_by: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  const campaign = await retrieveCampaign(req.scope, campaign_id)
  const library = resolvePlayground(req.scope).verdict.prompts
  res.json({ prompt: await library.retrieve(campaign, prompt_id) })
}
