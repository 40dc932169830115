import type { JudgeRequest } from "../../../ports"
import { senderOf } from "../generation/sender-of"
import type { JudgedDraftRow } from "../sql/judging/claim-judging-task"
import type { BatchContextRow } from "../sql/reads/retrieve-batch-context"

type Context = Pick<BatchContextRow, "campaign_snapshot" | "step_snapshot">

/** What the judge gets for one draft: its text, and the snapshots that its writer had. */
export function toJudgeRequest(
  { subject, body, variant_label, lead_snapshot: lead }: JudgedDraftRow,
  { campaign_snapshot: campaign, step_snapshot: step }: Context
): JudgeRequest {
  const { step_index, delay_days, channel } = step
  return {
    subject,
    body,
    campaign,
    step: { step_index, delay_days, channel, variant_label },
    sender: senderOf(step, variant_label),
    lead,
  }
}
