import type { LeadSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { TestSetSource } from "./list-test-sets"

export interface NewTestLead {
  label: string
  /** Of a bundled lead; null: a campaign lead's copy. */
  code: string | null
  /** With the test lead's own id. */
  lead_snapshot: LeadSnapshot
}

export interface NewTestSet {
  campaign_id: string
  name: string
  source: TestSetSource
  created_by: string
  /** In the set's order, 1 to 200. */
  leads: readonly NewTestLead[]
}

/**
 * A test set with its leads, in one statement. Null, and nothing is written, when the campaign has a
 * set of that name, letter case aside.
 */
export async function insertTestSet(db: Db, input: NewTestSet): Promise<string | null> {
  const [row] = await queryRows<{ id: string }>(
    db,
    `with test_set as (
       insert into playground_test_set (campaign_id, name, source, created_by)
       values ($1, $2, $3, $4)
       on conflict (campaign_id, lower(name)) do nothing returning id
     ), lead as (
       insert into playground_test_lead (id, test_set_id, position, label, code, lead_snapshot)
       select given.id, test_set.id, given.place - 1, given.label, given.code,
              given.snapshot::jsonb
         from test_set
        cross join unnest($5::uuid[], $6::text[], $7::text[], $8::text[])
              with ordinality as given (id, label, code, snapshot, place)
     )
     select test_set.id from test_set`,
    [
      input.campaign_id,
      input.name,
      input.source,
      input.created_by,
      input.leads.map(({ lead_snapshot }) => lead_snapshot.id),
      input.leads.map(({ label }) => label),
      input.leads.map(({ code }) => code),
      input.leads.map(({ lead_snapshot }) => JSON.stringify(lead_snapshot)),
    ]
  )
  return row?.id ?? null
}

/** With its evaluations, batches and drafts. @returns false when the campaign has no such set */
export async function deleteTestSet(
  db: Db,
  input: { campaign_id: string; test_set_id: string }
): Promise<boolean> {
  const rows = await queryRows<{ id: string }>(
    db,
    `delete from playground_test_set as test_set
      where test_set.id = $2 and test_set.campaign_id = $1 returning test_set.id`,
    [input.campaign_id, input.test_set_id]
  )
  return rows.length > 0
}
