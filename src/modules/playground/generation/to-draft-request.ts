import type { DraftRequest } from "../../../ports"
import { clearLead, clearSender, type IsEmptyValue } from "../prompts/empty-values"
import { fillPrompt, type PromptScope } from "../prompts/render-prompt"
import type { ClaimedTaskRow } from "../sql/transitions/claim-tasks"
import type { BatchContextRow } from "../sql/reads/retrieve-batch-context"
import { senderOf } from "./sender-of"

type Task = Pick<ClaimedTaskRow, "lead_snapshot" | "variant_label">
type Context = Pick<BatchContextRow, "prompt_text" | "campaign_snapshot" | "step_snapshot">

/** What placeholders may name for one task, without values that say that there is none. */
export function toPromptScope(
  { lead_snapshot, variant_label }: Task,
  { campaign_snapshot: campaign, step_snapshot: step }: Omit<Context, "prompt_text">,
  isEmpty: IsEmptyValue
): PromptScope {
  const lead = clearLead(lead_snapshot, isEmpty)
  return { lead, sender: clearSender(senderOf(step, variant_label), isEmpty), campaign }
}

/**
 * What the generator gets for one task: the batch's prompt with this lead's values filled in, and the
 * snapshots.
 *
 * @throws MissingVariableError when the lead lacks a value that the prompt has no fallback for
 */
export function toDraftRequest(task: Task, context: Context, isEmpty: IsEmptyValue): DraftRequest {
  const { campaign_snapshot: campaign, step_snapshot: step } = context
  const scope = toPromptScope(task, context, isEmpty)
  return {
    ...fillPrompt(context.prompt_text, scope),
    campaign,
    step: {
      step_index: step.step_index,
      delay_days: step.delay_days,
      channel: step.channel,
      variant_label: task.variant_label,
    },
    sender: scope.sender,
    lead: scope.lead,
  }
}
