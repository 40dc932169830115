import type { EntityManager } from "typeorm"
import { BatchStore } from "../../../src/modules/playground/batches/batch-store"
import { finishBatches } from "../../../src/modules/playground/generation/finish-batches"
import { ReviewStore } from "../../../src/modules/playground/review/review-store"
import { HostEvents } from "../../../src/modules/playground/signals/host-events"
import { approveEmails } from "../../../src/modules/playground/sql/review/approve-emails"
import {
  listReviewableDrafts,
  type ReviewableDraftRow,
} from "../../../src/modules/playground/sql/review/list-reviewable-drafts"
import { lockDraft, rejectDraft } from "../../../src/modules/playground/sql/review/reject-draft"
import { toApproval } from "../../../src/modules/playground/review/to-approval"
import { queryRows } from "../../../src/persistence/db"
import { fingerprint } from "../../../src/ports"
import { eventually } from "../../../testing/eventually"
import { batchInput, insertBatch } from "../../../testing/ledger-batch"
import { writeDrafts } from "../../../testing/ledger-tasks"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

describe("a review that meets another one half-way", () => {
  let database: LedgerDatabase
  let review: ReviewStore
  beforeAll(async () => {
    database = await createLedgerDatabase("review")
    const events = new HostEvents({ eventBus: undefined, logger: console })
    review = new ReviewStore(async () => database.dataSource.manager, events)
  })
  afterAll(() => database.drop())

  /** A finished batch of one draft. */
  const drafted = async () => {
    const { manager } = database.dataSource
    const { tasks } = batchInput(1)
    const batch = await insertBatch(manager, 1, {
      tasks: tasks.map((task) => ({ ...task, lead_fingerprint: fingerprint(task.lead_snapshot) })),
    })
    await writeDrafts(manager, batch)
    await finishBatches(manager, [batch.batch_id], () => {})
    const [draft_id = ""] = batch.task_ids
    return { campaign_id: batch.campaign_id, batch_id: batch.batch_id, draft_id }
  }
  type Drafted = Awaited<ReturnType<typeof drafted>>

  const look = async (transaction: EntityManager, { draft_id, ...of }: Drafted) => {
    const [draft] = await listReviewableDrafts(transaction, { ...of, draft_ids: [draft_id] })
    if (!draft) throw new Error("the draft is missing")
    return draft
  }
  const currentOf = (draft: ReviewableDraftRow) => ({
    step: draft.step_snapshot,
    lead: { lead: draft.lead_snapshot, variant_label: draft.variant_label },
  })
  const approveIn = (
    transaction: EntityManager,
    { campaign_id }: Drafted,
    draft: ReviewableDraftRow
  ) =>
    approveEmails(transaction, {
      campaign_id,
      step_index: draft.step_index,
      approved_by: "user_test",
      approvals: [toApproval({ ...currentOf(draft), text: { subject: "S", body: "B" }, draft })],
    })

  const somebodyWaits = () =>
    eventually(
      async () => {
        const waiting = await queryRows(
          database.dataSource,
          `select pid from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`
        )
        return waiting.length > 0
      },
      { withinMs: 45_000, because: "the other review waits for the lock" }
    )

  it("lets a rejection wait for the approval, and then refuses it", async () => {
    const of = await drafted()
    const rejection = await database.dataSource.transaction(async (transaction) => {
      const draft = await look(transaction, of)
      const rejecting = review
        .reject({ ...of, rejected_by: "user_test", reason: null })
        .catch((error: unknown) => error)
      await somebodyWaits()
      await approveIn(transaction, of, draft)
      return { rejecting }
    })
    expect(await rejection.rejecting).toMatchObject({
      type: "not_allowed",
      message: expect.stringContaining("unapprove"),
    })
  })

  it("lets an approval wait for the rejection, and then refuses it", async () => {
    const of = await drafted()
    const draft = await look(database.dataSource.manager, of)
    const { campaign_id, draft_id } = of
    const approval = await database.dataSource.transaction(async (transaction) => {
      await lockDraft(transaction, of)
      const approving = review
        .approve({
          ...currentOf(draft),
          campaign_id,
          draft_id,
          campaign_lead_id: draft.campaign_lead_id,
          subject: "S",
          body: "B",
          variant_label: null,
          expected_step_config_fingerprint: null,
          approved_by: "user_test",
        })
        .catch((error: unknown) => error)
      await somebodyWaits()
      expect(
        await rejectDraft(transaction, { ...of, rejected_by: "user_test", reason: null })
      ).toBe(true)
      return { approving }
    })
    expect(await approval.approving).toMatchObject({
      type: "not_allowed",
      message: expect.stringContaining("rejected"),
    })
  })

  it("lets the sweeper pass over the batch of a draft that is just being approved", async () => {
    const of = await drafted()
    await database.dataSource.query(
      `update playground_draft_batch
          set created_at = now() - interval '9 days', finished_at = now() - interval '9 days'`
    )
    const ledger = new BatchStore(async () => database.dataSource.manager, "USD")
    await database.dataSource.transaction(async (transaction) => {
      const draft = await look(transaction, of)
      await ledger.sweep(1)
      await approveIn(transaction, of, draft)
    })
    expect(await ledger.sweep(1)).toBe(0)
    const approved = await review.listApprovedLeadIds(1, [
      (await look(database.dataSource.manager, of)).campaign_lead_id,
    ])
    expect(approved).toHaveLength(1)
  })
})
