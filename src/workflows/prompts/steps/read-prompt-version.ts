import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OUTREACH_MODULE } from "../../../modules/outreach"
import { retrieveCampaign } from "../../campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../common/resolve-modules"

export interface UsePromptInput {
  campaign_id: string
  prompt_id: string
  /** Null: the current version. */
  prompt_version_hash: string | null
}

/**
 * The text of the version that is to be used.
 *
 * @throws MedusaError NOT_FOUND; NOT_ALLOWED where campaigns are the host's own
 */
export const readPromptVersionStep = createStep(
  "read-prompt-version",
  async ({ campaign_id, prompt_id, prompt_version_hash }: UsePromptInput, { container }) => {
    const playground = resolvePlayground(container)
    if (playground.getCampaignSourceKey() !== OUTREACH_MODULE) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The campaigns are those of a module of the host: set the campaign's prompt there.",
        "foreign_campaigns"
      )
    }
    const campaign = await retrieveCampaign(container, campaign_id)
    const { versions } = await playground.verdict.prompts.retrieve(campaign, prompt_id)
    const version = versions.find((one) =>
      prompt_version_hash === null
        ? one.is_current
        : one.prompt_version_hash === prompt_version_hash
    )
    if (version) return new StepResponse(version.text)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Prompt ${prompt_id} has no version ${prompt_version_hash} (field prompt_version_hash).`
    )
  }
)
