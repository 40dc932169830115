import type { BatchStatus } from "./types"

type Failure = NonNullable<BatchStatus["per_lead"][number]["error"]>

/** Drafts that were not written for one and the same reason. */
export interface FailureGroup {
  code: string
  message: string
  params: Failure["params"]
  campaign_lead_ids: string[]
}

/**
 * Why drafts of a batch were not written, the commonest reason first.
 *
 * @param wordsOf how the person reads it: what reads the same is one reason
 */
export function groupFailures(
  leads: BatchStatus["per_lead"],
  status: "failed" | "cancelled",
  wordsOf: (failure: Failure) => string
): FailureGroup[] {
  const groups = new Map<string, FailureGroup>()
  for (const lead of leads) {
    if (lead.status !== status || !lead.error) continue
    const key = JSON.stringify([lead.error.code, wordsOf(lead.error)])
    const group = groups.get(key) ?? { ...lead.error, campaign_lead_ids: [] }
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
  prompt_too_long: "prompt",
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
  worker_lost: "developer",
}

export const remedyOf = (code: string): Remedy => REMEDIES[code] ?? "again"
