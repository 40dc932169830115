import type { BatchStatus } from "./types"

type Failure = NonNullable<BatchStatus["per_lead"][number]["error"]>

/** Drafts that were not written for one and the same reason. */
export interface FailureGroup {
  code: string
  message: string
  params: Readonly<Record<string, unknown>>
  campaign_lead_ids: string[]
}

const paramsOf = (error: Failure): FailureGroup["params"] =>
  ("params" in error ? Object(error.params) : {}) as FailureGroup["params"]

/** Why drafts of a batch were not written, the commonest reason first. */
export function groupFailures(
  leads: BatchStatus["per_lead"],
  status: "failed" | "cancelled"
): FailureGroup[] {
  const groups = new Map<string, FailureGroup>()
  for (const lead of leads) {
    if (lead.status !== status || !lead.error) continue
    const { code, message } = lead.error
    const params = paramsOf(lead.error)
    // Where there is no more than words, each wording is a reason of its own.
    const key = JSON.stringify([code, Object.keys(params).length > 0 ? params : message])
    const group = groups.get(key) ?? { code, message, params, campaign_lead_ids: [] }
    group.campaign_lead_ids.push(lead.campaign_lead_id)
    groups.set(key, group)
  }
  return [...groups.values()].sort(
    (a, b) => b.campaign_lead_ids.length - a.campaign_lead_ids.length
  )
}

/** Who can do something about it: the writer of the prompt, time, or whoever runs the host. */
export type Remedy = "prompt" | "again" | "developer"

const REMEDIES: Readonly<Record<string, Remedy>> = {
  missing_variable: "prompt",
  prompt_too_heavy: "prompt",
  invalid_draft: "prompt",
  content_filtered: "prompt",
  refused_by_model: "prompt",
  empty_body: "prompt",
  key_refused: "developer",
  structured_output_refused: "developer",
  request_refused: "developer",
  payment_required: "developer",
  model_not_found: "developer",
  generator_missing: "developer",
}

export const remedyOf = (code: string): Remedy => REMEDIES[code] ?? "again"
