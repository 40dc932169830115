import type { DraftUsage } from "../../../ports"
import type { DraftRow } from "../sql/reads/list-drafts"
import type { LeadProgressRow } from "../sql/reads/list-lead-progress"
import type { BatchRow } from "../sql/reads/retrieve-batch"
import type { BatchSummaryRow } from "../sql/reads/list-batches"
import type {
  BatchRemarksDTO,
  CostDTO,
  DraftBatchDTO,
  DraftBatchStatusDTO,
  DraftDTO,
  DraftTaskCounts,
  LeadProgressDTO,
} from "./dtos"

function toCounts(rows: readonly LeadProgressRow[]): DraftTaskCounts {
  const counts: DraftTaskCounts = {
    pending: 0,
    running: 0,
    succeeded: 0,
    failed: 0,
    cancelled: 0,
    total: rows.length,
  }
  for (const { status } of rows) counts[status] += 1
  return counts
}

function toLeadProgress(row: LeadProgressRow): LeadProgressDTO {
  const { error_code: code, error_message, error_params, subject_preview } = row
  return {
    campaign_lead_id: row.campaign_lead_id,
    status: row.status,
    attempt: row.attempt,
    ...(code !== null && {
      error: { code, params: error_params ?? {}, message: error_message ?? code },
    }),
    completed_at: row.completed_at,
    has_draft: row.status === "succeeded",
    ...(subject_preview !== null && { subject_preview }),
  }
}

type RemarkedRow = Pick<BatchRow, "stop_reason" | "stop_message" | "stop_params" | "notices">

function toRemarks({
  stop_reason,
  stop_message,
  stop_params,
  notices,
}: RemarkedRow): BatchRemarksDTO {
  return {
    ...(stop_reason !== null && {
      stop_reason,
      stop_message: stop_message ?? stop_reason,
      stop_params: stop_params ?? {},
    }),
    ...(notices.length > 0 && { notices }),
  }
}

/** While a draft is being written, the batch does not wait. */
function toWaitingUntil(rows: readonly LeadProgressRow[]): Date | undefined {
  if (rows.some(({ status }) => status === "running")) return undefined
  const waits = rows.flatMap(({ waiting_until: until }) => (until ? [until.getTime()] : []))
  return waits.length > 0 ? new Date(Math.min(...waits)) : undefined
}

export function toBatchStatus(
  batch: BatchRow,
  rows: readonly LeadProgressRow[]
): DraftBatchStatusDTO {
  const waiting_until = toWaitingUntil(rows)
  return {
    campaign_id: batch.campaign_id,
    batch_id: batch.id,
    step_index: batch.step_index,
    status: batch.status,
    ...toRemarks(batch),
    overall: toCounts(rows),
    ...(waiting_until && { waiting_until }),
    per_lead: rows.map(toLeadProgress),
  }
}

export function toDraft(batch: BatchRow, row: DraftRow): DraftDTO {
  const { model, usage, customer, ...draft } = row
  return {
    ...draft,
    step_index: batch.step_index,
    generator: batch.generator,
    step_config_fingerprint: batch.step_config_fingerprint,
    ...(model !== null && { model }),
    ...(usage !== null && { usage }),
    ...(customer !== null && { customer }),
  }
}

export function toCostDTO(amount: number | null, currency_code: string): CostDTO | null {
  return amount === null ? null : { amount, currency_code }
}

/** What calls used; what came from a cache only where something did. */
export function toUsage({ cached_input_tokens, ...usage }: Required<DraftUsage>): DraftUsage {
  return cached_input_tokens > 0 ? { ...usage, cached_input_tokens } : usage
}

/** @param currency_code the currency of the prices */
export function toBatch(row: BatchSummaryRow, currency_code: string): DraftBatchDTO {
  const { pending, running, succeeded, failed, cancelled, total, ...batch } = row
  const { input_tokens, cached_input_tokens, output_tokens, cost, ...rest } = batch
  const { stop_reason, stop_params, stop_message, notices, ...plain } = rest
  return {
    ...plain,
    counts: { pending, running, succeeded, failed, cancelled, total },
    usage: toUsage({ input_tokens, cached_input_tokens, output_tokens }),
    cost: toCostDTO(cost, currency_code),
    ...toRemarks({ stop_reason, stop_params, stop_message, notices }),
  }
}
