import { readSnapshotField } from "../../../ports"
import { senderOf } from "../generation/sender-of"
import type { JudgingRow } from "../sql/judging/read-judging"
import type { BatchContextRow } from "../sql/reads/retrieve-batch-context"
import type { DraftJudgingDTO } from "./dtos"

type Context = Pick<BatchContextRow, "campaign_snapshot" | "step_snapshot">

/** What the judge said of a draft, each claim with what supports it. */
export function toDraftJudging(row: JudgingRow, context: Context): DraftJudgingDTO {
  const { draft_id, campaign_lead_id, status, score, result, judged_at, variant_label } = row
  const { error_code: code, error_message: message, error_params: params } = row
  const { campaign_snapshot: campaign, step_snapshot } = context
  const snapshot = {
    campaign,
    step: { ...step_snapshot, variant_label },
    sender: senderOf(step_snapshot, variant_label),
    lead: row.lead_snapshot,
  }
  const claims = result?.claims ?? []
  return {
    draft_id,
    campaign_lead_id,
    status: status === "running" ? "pending" : status,
    score,
    criteria: result?.criteria ?? [],
    claims: claims.map(({ text, field }) => ({
      text,
      field,
      value: field === null ? null : readSnapshotField(snapshot, field),
    })),
    error: code === null ? null : { code, message: message ?? code, params: params ?? {} },
    judged_at,
  }
}
