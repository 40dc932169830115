import { queryRows, type Db } from "../../../../persistence/db"

/** An approved e-mail that was sent, as the sending module knows it. */
export interface SentEmail {
  campaign_lead_id: string
  step_index: number
  /** Lower-case hex SHA-256 of subject, line feed and body. */
  content_hash: string
}

/**
 * Takes subject, body and the draft from these approvals, where they still stand with those bytes, and
 * answers how many: the draft's batch is then free for the sweeper. What was approved anew stays.
 */
export async function removeSentTexts(db: Db, sent: readonly SentEmail[]): Promise<number> {
  const rows = await queryRows(
    db,
    `with given as (
       select given.* from unnest($1::uuid[], $2::integer[], $3::text[])
              as given (campaign_lead_id, step_index, content_hash)
     ), locked as (
       select entry.id from playground_approved_email as entry
         join given using (campaign_lead_id, step_index)
        where entry.text_removed_at is null
          and encode(sha256(convert_to(entry.subject || chr(10) || entry.body, 'UTF8')), 'hex')
              = given.content_hash
        order by entry.step_index, entry.campaign_lead_id for update of entry
     )
     update playground_approved_email as entry
        set subject = '', body = '', draft_id = null, batch_id = null, prompt_version_hash = null,
            generator = null, model = null, latency_ms = null, is_edited = false,
            edited_share = null, text_removed_at = clock_timestamp()
       from locked where entry.id = locked.id
     returning entry.id`,
    [
      sent.map(({ campaign_lead_id }) => campaign_lead_id),
      sent.map(({ step_index }) => step_index),
      sent.map(({ content_hash }) => content_hash),
    ]
  )
  return rows.length
}
