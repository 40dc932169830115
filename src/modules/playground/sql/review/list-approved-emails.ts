import { queryRows, type Db } from "../../../../persistence/db"

/** An approved e-mail, byte for byte, and where it came from. */
export interface ApprovedEmailRow {
  campaign_id: string
  step_index: number
  subject: string
  body: string
  variant_label: string
  /** Null when a person wrote it; so are the batch, the prompt, the generator, model and latency. */
  draft_id: string | null
  batch_id: string | null
  /** Normalised, placeholders not filled. */
  prompt: string | null
  prompt_version_hash: string | null
  step_config_fingerprint: string
  lead_fingerprint: string
  sender_profile_id: string | null
  generator: string | null
  model: string | null
  latency_ms: number | null
  /** Whether the text differs from the draft's. */
  is_edited: boolean
  /** The host's actor id: `user_…` or `apk_…`. */
  approved_by: string
  approved_at: Date
  /**
   * When the lead was first found to differ from the one that was approved. A sender had better not
   * send then: somebody should look again. Null: it is the same.
   */
  lead_changed_at: Date | null
}

/**
 * The approved e-mails of a lead (of one step, unless that is null), in step order; without those whose
 * text retention has taken.
 */
export async function listApprovedEmails(
  db: Db,
  input: { campaign_lead_id: string; step_index: number | null }
): Promise<ApprovedEmailRow[]> {
  return queryRows<ApprovedEmailRow>(
    db,
    `select entry.campaign_id, entry.step_index, entry.subject, entry.body, entry.variant_label,
            entry.draft_id, entry.batch_id, version.text as prompt, entry.prompt_version_hash,
            entry.step_config_fingerprint, entry.lead_fingerprint, entry.sender_profile_id,
            entry.generator, entry.model, entry.latency_ms, entry.is_edited, entry.approved_by,
            entry.approved_at, entry.lead_changed_at
       from playground_approved_email as entry
       left join playground_prompt_version as version on version.hash = entry.prompt_version_hash
      where entry.campaign_lead_id = $1 and ($2::integer is null or entry.step_index = $2)
        and entry.text_removed_at is null
      order by entry.step_index`,
    [input.campaign_lead_id, input.step_index]
  )
}
