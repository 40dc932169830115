import { fingerprint } from "../../ports"
import type { GenerateDraftsInput } from "./generate-drafts-input"

/** The key with a fingerprint of what it was sent with; null when there is no key. */
export function toIdempotency(
  request: GenerateDraftsInput
): { key: string; request_fingerprint: string } | null {
  const { idempotency_key: key, step_index, n_leads, custom_prompt, campaign_lead_ids } = request
  if (key === null) return null
  // What is left to its default does not count, so that a default written out is the same request.
  const { lead_selection, sample_seed } = request
  const chosen = {
    lead_selection: lead_selection === "first" ? undefined : lead_selection,
    sample_seed: sample_seed || undefined,
  }
  const body = { step_index, n_leads, custom_prompt, campaign_lead_ids, ...chosen }
  return { key, request_fingerprint: fingerprint(body) }
}
