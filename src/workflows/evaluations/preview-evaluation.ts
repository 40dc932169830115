import type { MedusaContainer } from "@medusajs/framework/types"
import { draftedVariant, type EvaluationPreviewDTO } from "../../modules/playground"
import { retrieveCampaign } from "../campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../common/resolve-modules"
import { readStepAndPrompt } from "./read-step-and-prompt"
import type { EvaluatePromptRequest } from "./steps/plan-evaluation"

/** What `POST /campaigns/{campaign_id}/playground/evaluations/preview` asks for. */
export type PreviewEvaluationRequest = Pick<
  EvaluatePromptRequest,
  "campaign_id" | "test_set_id" | "step_index" | "custom_prompt" | "prompt_id"
>

/**
 * What running a prompt against a test set would use, of just its leads. A plain read, hence no workflow:
 * no model is called, and nothing is stored.
 *
 * @throws MedusaError as the workflow `evaluate-prompt` does
 */
export async function previewEvaluation(
  container: MedusaContainer,
  { campaign_id, test_set_id, ...request }: PreviewEvaluationRequest
): Promise<EvaluationPreviewDTO> {
  const campaign = await retrieveCampaign(container, campaign_id)
  const { planner, verdict } = resolvePlayground(container)
  const { step, prompt } = await readStepAndPrompt(container, campaign, request)
  const test_set = await verdict.testSets.retrieve({ campaign_id, test_set_id })
  const variant_label = draftedVariant(step)
  const leads = test_set.leads.map(({ snapshot: lead }) => ({ lead, variant_label }))
  const { preview, ready, draft_tokens } = await planner.previewLeads({
    campaign,
    step,
    prompt,
    leads,
  })
  const used = prompt.variants?.[variant_label] ?? prompt
  return {
    campaign_id,
    test_set_id,
    step_index: step.step_index,
    variant_label,
    prompt: used.text,
    prompt_source: used.source,
    prompt_version_hash: used.hash,
    ...preview,
    ...(await verdict.judging.estimateUnwritten({ campaign, step, leads: ready, draft_tokens })),
  }
}
