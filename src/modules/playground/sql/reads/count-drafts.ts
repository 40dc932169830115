import { queryRows, type Db } from "../../../../persistence/db"

/** What a campaign or a lead has, over all steps. */
export interface DraftCounts {
  /** Drafts that are there, in all batches but those of test sets. */
  draft_count: number
  /** E-mails that are approved. */
  approved_count: number
}

/**
 * What each of these campaigns has. Ended batches are summed up already (`sumUpBatches`): only the
 * tasks of the others are read. Approvals are counted in their index.
 */
export async function countDraftsOfCampaigns(
  db: Db,
  campaignIds: readonly string[]
): Promise<(DraftCounts & { id: string })[]> {
  return queryRows<DraftCounts & { id: string }>(
    db,
    `select campaign.id, drafted.draft_count, approved.approved_count
       from unnest($1::uuid[]) as campaign (id)
      cross join lateral (
        select coalesce(sum(coalesce((stored.drafts ->> 'succeeded')::integer, live.succeeded)), 0)::integer
                 as draft_count
          from playground_draft_batch as batch
          left join playground_batch_summary as stored on stored.batch_id = batch.id
         cross join lateral (
           select count(*)::integer as succeeded from playground_draft_task as task
            where task.batch_id = batch.id and task.status = 'succeeded' and stored.batch_id is null
         ) as live
         where batch.campaign_id = campaign.id and batch.test_set_id is null
      ) as drafted
      cross join lateral (
        select count(*)::integer as approved_count from playground_approved_email as entry
         where entry.campaign_id = campaign.id
      ) as approved`,
    [campaignIds]
  )
}

/** What each of these leads of the campaign has. */
export async function countDraftsOfLeads(
  db: Db,
  input: { campaign_id: string; campaign_lead_ids: readonly string[] }
): Promise<(DraftCounts & { id: string })[]> {
  return queryRows<DraftCounts & { id: string }>(
    db,
    `select lead.id,
            (select count(*)::integer from playground_draft as task
              where task.campaign_id = $1 and task.campaign_lead_id = lead.id
                and task.status = 'succeeded') as draft_count,
            (select count(*)::integer from playground_approved_email as entry
              where entry.campaign_lead_id = lead.id and entry.campaign_id = $1) as approved_count
       from unnest($2::uuid[]) as lead (id)`,
    [input.campaign_id, input.campaign_lead_ids]
  )
}
