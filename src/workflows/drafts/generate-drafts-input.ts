/** What `POST /campaigns/{campaign_id}/playground/generate` asks for. */
export interface GenerateDraftsInput {
  campaign_id: string
  /** 1 to 32. */
  step_index: number
  /** 1 to 200. Not looked at when `campaign_lead_ids` is given. */
  n_leads: number
  /** Null or blank: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
  /**
   * Which leads, where none are named: the first in lead order, the first without a draft of the step
   * in any batch, or a sample that is spread over the campaign.
   * @default "first"
   */
  lead_selection?: "first" | "undrafted" | "sample"
  /** Of a sample: the same seed, the same leads. @default 0 */
  sample_seed?: number
  /** Just these leads, 1 to 200, none twice. Null: `n_leads` that are eligible. */
  campaign_lead_ids: string[] | null
  /** Null: a fresh batch for every call. */
  idempotency_key: string | null
  /** The host's actor id: `user_…` or `apk_…`. */
  requested_by: string
}
