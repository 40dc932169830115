import type { CompareRequest, JudgeRequest, SnapshotParts } from "../../../ports"
import { senderOf } from "../generation/sender-of"
import type { JudgedDraftRow } from "../sql/judging/claim-judging-task"
import type { JudgedPairRow } from "../sql/judging/read-pair-judging"
import type { BatchContextRow } from "../sql/reads/retrieve-batch-context"

type Context = Pick<BatchContextRow, "campaign_snapshot" | "step_snapshot">

/** What the judge gets for one draft: its text, and the snapshots that its writer had. */
export function toJudgeRequest(
  { subject, body, ...draft }: JudgedDraftRow,
  context: Context
): JudgeRequest {
  return { subject, body, ...toSnapshots(draft, context) }
}

/**
 * What the judge gets for a pair: both texts in one of the two orders, and the snapshots that the second
 * batch's writer had, whatever the order.
 */
export function toCompareRequest(
  pair: JudgedPairRow,
  context: Context,
  isSwapped: boolean
): CompareRequest {
  const first = { subject: pair.first_subject, body: pair.first_body }
  const second = { subject: pair.second_subject, body: pair.second_body }
  const drafts: CompareRequest["drafts"] = isSwapped ? [second, first] : [first, second]
  return { drafts, ...toSnapshots(pair, context) }
}

function toSnapshots(
  { variant_label, lead_snapshot: lead }: Omit<JudgedDraftRow, "subject" | "body">,
  { campaign_snapshot: campaign, step_snapshot: step }: Context
): SnapshotParts {
  const { step_index, delay_days, channel } = step
  return {
    campaign,
    step: { step_index, delay_days, channel, variant_label },
    sender: senderOf(step, variant_label),
    lead,
  }
}
