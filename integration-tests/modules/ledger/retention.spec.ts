import { BatchStore } from "../../../src/modules/playground/batches/batch-store"
import { finishBatches } from "../../../src/modules/playground/generation/finish-batches"
import { approveEmails } from "../../../src/modules/playground/sql/review/approve-emails"
import { cancelBatch } from "../../../src/modules/playground/sql/transitions/cancel-batch"
import { listReviewableDrafts } from "../../../src/modules/playground/sql/review/list-reviewable-drafts"
import { withdrawApprovals } from "../../../src/modules/playground/sql/review/withdraw-approvals"
import { queryRows } from "../../../src/persistence/db"
import { insertBatch } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const DAYS = 30

describe("what the sweeper deletes", () => {
  let database: LedgerDatabase
  let ledger: BatchStore
  beforeAll(async () => {
    database = await createLedgerDatabase("retention")
    ledger = new BatchStore(async () => database.dataSource.manager, "usd")
  })
  afterAll(() => database.drop())

  /** Age the row, not the test. */
  const age = (batchId: string, days: number) =>
    database.dataSource.query(
      `update playground_draft_batch
          set created_at = now() - $2 * interval '1 day',
              finished_at = finished_at - $2 * interval '1 day',
              cancelled_at = cancelled_at - $2 * interval '1 day' where id = $1`,
      [batchId, days]
    )

  const ended = async (days: number): Promise<string> => {
    const { manager } = database.dataSource
    const batch = await insertBatch(manager, 2)
    await manager.transaction((transaction) => cancelBatch(transaction, batch))
    await age(batch.batch_id, days)
    return batch.batch_id
  }

  const left = async () =>
    (
      await queryRows<{ id: string }>(
        database.dataSource,
        `select batch.id from playground_draft_batch as batch
          where exists (select from playground_draft_task as task where task.batch_id = batch.id)`
      )
    ).map(({ id }) => id)

  it("is what ended longer ago than the retention, and nothing that still runs or is newer", async () => {
    await ended(DAYS + 1)
    const newer = await ended(DAYS - 1)
    const running = await insertBatch(database.dataSource, 1)
    await age(running.batch_id, DAYS + 100)
    expect(await ledger.sweep(DAYS)).toBe(1)
    expect((await left()).sort()).toEqual([newer, running.batch_id].sort())
  })

  it("goes in chunks, and by several processes at once each batch once", async () => {
    const before = await left()
    for (let made = 0; made < 120; made++) await ended(DAYS + 2)
    const deleted = await Promise.all([ledger.sweep(DAYS), ledger.sweep(DAYS), ledger.sweep(DAYS)])
    expect(deleted.reduce((sum, count) => sum + count, 0)).toBe(120)
    expect((await left()).sort()).toEqual(before.sort())
  })

  it("is never a batch with an approved draft in it, until the approval is taken away", async () => {
    const { manager } = database.dataSource
    const { batch_id, campaign_id, task_ids } = await insertBatch(manager, 2)
    await manager.query(
      `update playground_draft_task set status = 'succeeded', subject = 'S', body = 'B',
              completed_at = now(), latency_ms = 1 where batch_id = $1`,
      [batch_id]
    )
    await finishBatches(manager, [batch_id], () => {})
    await age(batch_id, DAYS + 1)
    const [draft_id = ""] = task_ids
    const [draft] = await manager.transaction((transaction) =>
      listReviewableDrafts(transaction, { campaign_id, batch_id, draft_ids: [draft_id] })
    )
    if (!draft) throw new Error("the draft is missing")
    const { campaign_lead_id, variant_label, lead_fingerprint } = draft
    await approveEmails(manager, {
      campaign_id,
      step_index: 1,
      approved_by: "user_test",
      approvals: [
        {
          campaign_lead_id,
          variant_label,
          lead_fingerprint,
          subject: "S",
          body: "B",
          step_config_fingerprint: draft.step_snapshot.fingerprint,
          sender_profile_id: null,
          is_edited: false,
          draft,
        },
      ],
    })
    expect(await ledger.sweep(DAYS)).toBe(0)
    expect(await left()).toContain(batch_id)

    await withdrawApprovals(manager, {
      campaign_id,
      campaign_lead_ids: null,
      step_indices: null,
      action: "reset",
      actor: "user_test",
      reason: null,
    })
    expect(await ledger.sweep(DAYS)).toBe(1)
    expect(await left()).not.toContain(batch_id)
  })
})
