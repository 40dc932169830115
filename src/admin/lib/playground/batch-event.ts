import type { BatchStatus, LeadProgress } from "./types"

/** What changes about a batch as a whole. What is absent applies no more. */
type BatchProgress = Pick<
  BatchStatus,
  | "status"
  | "overall"
  | "stop_reason"
  | "stop_message"
  | "stop_params"
  | "notices"
  | "waiting_until"
>

/** An event of a batch's stream. */
export type BatchEvent =
  { name: "progress" | "done"; data: BatchProgress } | { name: "draft"; data: LeadProgress }

/** What the stream sent; null for what this version does not know. */
export function toBatchEvent(
  name: string | undefined,
  data: string | undefined
): BatchEvent | null {
  if (data === undefined) return null
  // The plugin's own server wrote it: both are of one version.
  if (name === "draft") return { name, data: JSON.parse(data) as LeadProgress }
  if (name !== "progress" && name !== "done") return null
  return { name, data: JSON.parse(data) as BatchProgress }
}

/** The state after the event. */
export function withEvent(state: BatchStatus, event: BatchEvent): BatchStatus {
  if (event.name !== "draft") {
    const { status, overall, stop_reason, stop_message, stop_params, notices, waiting_until } =
      event.data
    const remarks = { stop_reason, stop_message, stop_params, notices, waiting_until }
    return { ...state, status, overall, ...remarks }
  }
  const { data } = event
  const per_lead = state.per_lead.map((lead) =>
    lead.campaign_lead_id === data.campaign_lead_id ? data : lead
  )
  return { ...state, per_lead }
}
