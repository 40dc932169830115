import { queryRows, type Db } from "../../../../persistence/db"

/** An e-mail to approve, and where it came from. */
export interface NewApproval {
  campaign_lead_id: string
  subject: string
  body: string
  variant_label: string
  step_config_fingerprint: string
  lead_fingerprint: string
  sender_profile_id: string | null
  is_edited: boolean
  /** See `editedShare`; null: a person wrote it. */
  edited_share: number | null
  /** Null: a person wrote it. */
  draft: {
    id: string
    batch_id: string
    prompt_version_hash: string
    generator: string
    model: string | null
    latency_ms: number | null
  } | null
}

export interface ApproveEmailsInput {
  campaign_id: string
  step_index: number
  approved_by: string
  /** At most one per lead. */
  approvals: readonly NewApproval[]
}

/**
 * Makes each the approved e-mail of its lead and step, writes the history, and answers those that
 * changed something. What is approved already, to the byte and with nothing changed since, stays as
 * it is: who approved it first, approved it.
 *
 * Rows are taken in lead order, so that two bulk approvals wait for each other and never deadlock.
 */
export async function approveEmails(
  db: Db,
  { approvals, ...input }: ApproveEmailsInput
): Promise<{ campaign_lead_id: string; draft_id: string | null }[]> {
  if (approvals.length === 0) return []
  return queryRows<{ campaign_lead_id: string; draft_id: string | null }>(
    db,
    `with approved as (
       insert into playground_approved_email as entry
         (campaign_id, step_index, approved_by, campaign_lead_id, subject, body, variant_label,
          step_config_fingerprint, lead_fingerprint, sender_profile_id, is_edited, draft_id,
          batch_id, prompt_version_hash, generator, model, latency_ms, edited_share)
       select $1::uuid, $2::integer, $3::text, given.*
         from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                     $10::text[], $11::boolean[], $12::uuid[], $13::uuid[], $14::text[], $15::text[],
                     $16::text[], $17::integer[], $18::float8[]) as given (campaign_lead_id)
        order by given.campaign_lead_id
       on conflict (campaign_lead_id, step_index) do update
          set campaign_id = excluded.campaign_id, subject = excluded.subject, body = excluded.body,
              variant_label = excluded.variant_label, draft_id = excluded.draft_id,
              batch_id = excluded.batch_id, prompt_version_hash = excluded.prompt_version_hash,
              step_config_fingerprint = excluded.step_config_fingerprint,
              lead_fingerprint = excluded.lead_fingerprint,
              sender_profile_id = excluded.sender_profile_id, generator = excluded.generator,
              model = excluded.model, latency_ms = excluded.latency_ms,
              is_edited = excluded.is_edited, edited_share = excluded.edited_share,
              approved_by = excluded.approved_by,
              approved_at = excluded.approved_at, lead_changed_at = null,
              text_removed_at = null
        where entry.lead_changed_at is not null
           or (entry.campaign_id, entry.subject, entry.body, entry.variant_label, entry.draft_id,
               entry.step_config_fingerprint, entry.lead_fingerprint)
              is distinct from
              (excluded.campaign_id, excluded.subject, excluded.body, excluded.variant_label,
               excluded.draft_id, excluded.step_config_fingerprint, excluded.lead_fingerprint)
       returning campaign_lead_id, draft_id, batch_id, is_edited
     ), told as (
       insert into playground_review_event
         (campaign_id, campaign_lead_id, step_index, action, actor, draft_id, batch_id, is_edited)
       select $1::uuid, approved.campaign_lead_id, $2::integer, 'approve', $3::text,
              approved.draft_id, approved.batch_id, approved.is_edited
         from approved
     )
     select approved.campaign_lead_id, approved.draft_id from approved`,
    [
      input.campaign_id,
      input.step_index,
      input.approved_by,
      approvals.map((approval) => approval.campaign_lead_id),
      approvals.map((approval) => approval.subject),
      approvals.map((approval) => approval.body),
      approvals.map((approval) => approval.variant_label),
      approvals.map((approval) => approval.step_config_fingerprint),
      approvals.map((approval) => approval.lead_fingerprint),
      approvals.map((approval) => approval.sender_profile_id),
      approvals.map((approval) => approval.is_edited),
      approvals.map(({ draft }) => draft?.id ?? null),
      approvals.map(({ draft }) => draft?.batch_id ?? null),
      approvals.map(({ draft }) => draft?.prompt_version_hash ?? null),
      approvals.map(({ draft }) => draft?.generator ?? null),
      approvals.map(({ draft }) => draft?.model ?? null),
      approvals.map(({ draft }) => draft?.latency_ms ?? null),
      approvals.map((approval) => approval.edited_share),
    ]
  )
}
