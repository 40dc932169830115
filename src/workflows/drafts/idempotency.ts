import { fingerprint } from "../../ports"
import type { GenerateDraftsInput } from "./generate-drafts-input"

/** The key with a fingerprint of what it was sent with; null when there is no key. */
export function toIdempotency(
  request: GenerateDraftsInput
): { key: string; request_fingerprint: string } | null {
  const { idempotency_key: key, step_index, n_leads, custom_prompt, campaign_lead_ids } = request
  if (key === null) return null
  const body = { step_index, n_leads, custom_prompt, campaign_lead_ids }
  return { key, request_fingerprint: fingerprint(body) }
}
