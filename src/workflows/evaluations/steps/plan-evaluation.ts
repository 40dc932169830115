import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type {
  CreateEvaluationInput,
  EarlierEvaluation,
  Thresholds,
} from "../../../modules/playground"
import { fingerprint, type CampaignSnapshot } from "../../../ports"
import { resolvePlayground } from "../../common/resolve-modules"
import { withoutPrompts } from "../../drafts/without-prompts"
import { readStepAndPrompt } from "../read-step-and-prompt"

/** What `POST /campaigns/{campaign_id}/playground/evaluations` asks for. */
export interface EvaluatePromptRequest {
  campaign_id: string
  test_set_id: string
  /** 1 to 32. */
  step_index: number
  /** Null, as `prompt_id`: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
  /** A named prompt: its current version. */
  prompt_id: string | null
  thresholds: Thresholds
  /** 1 to 255 visible ASCII characters; null: every call makes a fresh evaluation. */
  idempotency_key: string | null
  /** The host's actor id. */
  created_by: string
}

/** What a request comes to: what its idempotency key made before, or what to make a new one of. */
export type EvaluationPlan = { earlier: EarlierEvaluation } | { evaluation: CreateEvaluationInput }

interface CampaignAndRequest {
  campaign: CampaignSnapshot
  request: EvaluatePromptRequest
}

/**
 * Reads step and prompt. The leads are the test set's. An earlier evaluation comes first: its answer
 * stands, whatever has changed since.
 */
export const planEvaluationStep = createStep(
  "plan-evaluation",
  async ({ campaign, request }: CampaignAndRequest, { container }) => {
    const idempotency = toIdempotency(request)
    const { evaluations } = resolvePlayground(container).verdict
    const earlier =
      idempotency && (await evaluations.findByIdempotencyKey(campaign.id, idempotency))
    if (earlier) return new StepResponse<EvaluationPlan>({ earlier })
    const { step, prompt } = await readStepAndPrompt(container, campaign, request)
    const { prompt_id, test_set_id, thresholds, created_by } = request
    return new StepResponse<EvaluationPlan>({
      evaluation: {
        campaign,
        step: withoutPrompts(step),
        prompt,
        prompt_id,
        test_set_id,
        thresholds,
        created_by,
        idempotency,
      },
    })
  }
)

/** The key with a fingerprint of what it was sent with; null when there is no key. */
function toIdempotency(request: EvaluatePromptRequest): CreateEvaluationInput["idempotency"] {
  const { idempotency_key: key, test_set_id, step_index, custom_prompt, prompt_id } = request
  if (key === null) return null
  const body = { test_set_id, step_index, custom_prompt, prompt_id, thresholds: request.thresholds }
  return { key, request_fingerprint: fingerprint(body) }
}
