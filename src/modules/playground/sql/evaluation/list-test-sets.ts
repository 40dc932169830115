import type { LeadSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** How the leads of a test set were chosen. */
export type TestSetSource = "leads" | "sample" | "bundled"

export interface TestSetRow {
  id: string
  campaign_id: string
  name: string
  source: TestSetSource
  size: number
  evaluations: number
  created_by: string
  created_at: Date
}

const TEST_SET = `
  select test_set.id, test_set.campaign_id, test_set.name, test_set.source,
         (select count(*)::integer from playground_test_lead as lead
           where lead.test_set_id = test_set.id) as size,
         (select count(*)::integer from playground_evaluation as evaluation
           where evaluation.test_set_id = test_set.id) as evaluations,
         test_set.created_by, test_set.created_at
    from playground_test_set as test_set`

/** A page of the campaign's test sets, newest first. */
export async function listTestSets(
  db: Db,
  input: { campaign_id: string; offset: number; limit: number }
): Promise<TestSetRow[]> {
  return queryRows<TestSetRow>(
    db,
    `${TEST_SET} where test_set.campaign_id = $1
      order by test_set.created_at desc, test_set.id desc offset $2 limit $3`,
    [input.campaign_id, input.offset, input.limit]
  )
}

export async function countTestSets(db: Db, campaign_id: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_test_set as test_set
      where test_set.campaign_id = $1`,
    [campaign_id]
  )
  return row?.count ?? 0
}

/** Null when the campaign has no such test set. */
export async function retrieveTestSet(
  db: Db,
  input: { campaign_id: string; test_set_id: string }
): Promise<TestSetRow | null> {
  const [row] = await queryRows<TestSetRow>(
    db,
    `${TEST_SET} where test_set.id = $2 and test_set.campaign_id = $1`,
    [input.campaign_id, input.test_set_id]
  )
  return row ?? null
}

/** A lead as it was when the set was made. */
export interface TestLeadRow {
  /** Its own, and its snapshot's: never a campaign lead's. */
  id: string
  position: number
  label: string
  code: string | null
  lead_snapshot: LeadSnapshot
}

/** The leads of a test set, in its order. */
export async function listTestLeads(db: Db, test_set_id: string): Promise<TestLeadRow[]> {
  return queryRows<TestLeadRow>(
    db,
    `select lead.id, lead.position, lead.label, lead.code, lead.lead_snapshot
       from playground_test_lead as lead where lead.test_set_id = $1 order by lead.position`,
    [test_set_id]
  )
}

/** Batches of a test set that still draft. */
export async function listRunningTestBatches(db: Db, test_set_id: string): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    `select batch.id from playground_draft_batch as batch
      where batch.test_set_id = $1 and batch.status = 'running'`,
    [test_set_id]
  )
  return rows.map(({ id }) => id)
}
