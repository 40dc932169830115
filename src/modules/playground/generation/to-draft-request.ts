import type { DraftRequest } from "../../../ports"
import { renderPrompt } from "../prompts/render-prompt"
import type { ClaimedTaskRow } from "../sql/transitions/claim-tasks"
import type { BatchContextRow } from "../sql/reads/retrieve-batch-context"
import { senderOf } from "./sender-of"

type Task = Pick<ClaimedTaskRow, "lead_snapshot" | "variant_label">
type Context = Pick<BatchContextRow, "prompt_text" | "campaign_snapshot" | "step_snapshot">

/**
 * What the generator gets for one task: the batch's prompt with this lead's values filled in, and the
 * snapshots.
 *
 * @throws MissingVariableError when the lead lacks a value that the prompt has no fallback for
 */
export function toDraftRequest(task: Task, context: Context): DraftRequest {
  const { campaign_snapshot: campaign, step_snapshot: step } = context
  const sender = senderOf(step, task.variant_label)
  const lead = task.lead_snapshot
  return {
    prompt: renderPrompt(context.prompt_text, { lead, sender, campaign }),
    campaign,
    step: {
      step_index: step.step_index,
      delay_days: step.delay_days,
      channel: step.channel,
      variant_label: task.variant_label,
    },
    sender,
    lead,
  }
}
