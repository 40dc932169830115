import { randomUUID } from "node:crypto"
import { BatchStore } from "../../../src/modules/playground/batches/batch-store"
import { createDraftBatch } from "../../../src/modules/playground/batches/create-draft-batch"
import { hashPrompt } from "../../../src/modules/playground/prompts/hash-prompt"
import {
  deletePrompt,
  insertPrompt,
  savePromptText,
} from "../../../src/modules/playground/sql/library/write-prompt"
import { deleteUnusedPromptVersions } from "../../../src/modules/playground/sql/transitions/delete-unused-prompt-versions"
import { finishBatches } from "../../../src/modules/playground/generation/finish-batches"
import { approveEmails } from "../../../src/modules/playground/sql/review/approve-emails"
import { cancelBatch } from "../../../src/modules/playground/sql/transitions/cancel-batch"
import { listReviewableDrafts } from "../../../src/modules/playground/sql/review/list-reviewable-drafts"
import { withdrawApprovals } from "../../../src/modules/playground/sql/review/withdraw-approvals"
import { queryRows } from "../../../src/persistence/db"
import { eventually } from "../../../testing/eventually"
import { batchInput, insertBatch } from "../../../testing/ledger-batch"
import { writeDrafts } from "../../../testing/ledger-tasks"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const DAYS = 30
const TERMS = {
  generator: "mail-merge",
  model: null,
  isInstant: true,
  maxActiveBatches: undefined,
  isJudged: false,
}

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

  it("takes with a batch whatever its leads were", async () => {
    const { manager } = database.dataSource
    const [gone, kept] = [await insertBatch(manager, 200), await insertBatch(manager, 3)]
    await manager.query(`delete from playground_draft_batch where id = $1`, [gone.batch_id])
    const inputs = await queryRows<{ batch_id: string; count: number }>(
      manager,
      `select batch_id, count(*)::int as count from playground_draft_input
        where batch_id = any ($1::uuid[]) group by batch_id`,
      [[gone.batch_id, kept.batch_id]]
    )
    expect(inputs).toEqual([{ batch_id: kept.batch_id, count: 3 }])
    await manager.query(`delete from playground_draft_batch where id = $1`, [kept.batch_id])
  })

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

  const prompts = async () =>
    (
      await queryRows<{ hash: string }>(
        database.dataSource,
        `select hash from playground_prompt_version`
      )
    ).map(({ hash }) => hash)

  it("is also each prompt that no batch uses any more, and none that one does", async () => {
    const { manager } = database.dataSource
    const made = async (text: string, days: number) => {
      const prompt = { text, hash: hashPrompt(text), source: "request" as const }
      const batch = await insertBatch(manager, 1, { prompt })
      await manager.transaction((transaction) => cancelBatch(transaction, batch))
      await age(batch.batch_id, days)
      return prompt.hash
    }
    const old = await Promise.all(
      Array.from({ length: 120 }, (_, place) => made(`Old ${place}`, DAYS + 1))
    )
    await made("Old and new", DAYS + 1)
    const used = await made("Old and new", DAYS - 1)
    await Promise.all([ledger.sweep(DAYS), ledger.sweep(DAYS)])
    const left = await prompts()
    expect(left.filter((hash) => old.includes(hash))).toEqual([])
    expect(left).toContain(used)
  })

  it("is no text of a named prompt that no batch has used yet, until nothing names it", async () => {
    const { manager } = database.dataSource
    const version = (text: string) => ({ hash: hashPrompt(text), text, saved_by: "user_1" })
    const [first, second] = [version("Named first"), version("Named second")]
    const campaign_id = randomUUID()
    const prompt = { campaign_id, name: "Named", note: null, version: first }
    const prompt_id = String(await insertPrompt(manager, prompt))
    await savePromptText(manager, { campaign_id, prompt_id, version: { ...second, note: null } })
    await ledger.sweep(DAYS)
    expect(await prompts()).toEqual(expect.arrayContaining([first.hash, second.hash]))

    await deletePrompt(manager, prompt_id)
    await ledger.sweep(DAYS)
    const left = await prompts()
    expect([left.includes(first.hash), left.includes(second.hash)]).toEqual([false, false])
  })

  it("lets a batch be made with a prompt that goes in the very same moment", async () => {
    const { manager } = database.dataSource
    const input = batchInput(1)
    const text = "Swept and used at once"
    const prompt = { text, hash: hashPrompt(text), source: "request" as const }
    await manager.query(`insert into playground_prompt_version (hash, text) values ($1, $2)`, [
      prompt.hash,
      text,
    ])
    // Its name comes before those of the foreign keys' own triggers: the batch waits in between.
    await manager.query(`
      create function wait_for_sweeper() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(13); return null; end $$;
      create trigger "A_wait" after insert on playground_draft_batch
        for each row execute function wait_for_sweeper()`)
    const sweeper = database.dataSource.createQueryRunner()
    await sweeper.startTransaction()
    try {
      await sweeper.query(`select pg_advisory_xact_lock(13)`)
      const creating = createDraftBatch(manager, TERMS, {
        campaign: input.campaign_snapshot,
        step: input.step_snapshot,
        prompt,
        tasks: input.tasks,
        requested_by: "user_test",
        idempotency: null,
      })
      await eventually(
        async () => {
          const waiting = await queryRows(
            database.dataSource,
            `select from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`
          )
          return waiting.length > 0
        },
        { withinMs: 5_000, because: "the batch waits for the sweeper" }
      )
      const swept = await deleteUnusedPromptVersions(manager, { limit: 1_000 })
      expect(swept).toContainEqual({ hash: prompt.hash })
      await sweeper.commitTransaction()
      expect((await creating).outcome).toBe("created")
      expect(await prompts()).toContain(prompt.hash)
    } finally {
      if (sweeper.isTransactionActive) await sweeper.rollbackTransaction()
      await sweeper.release()
      await manager.query(`drop function wait_for_sweeper() cascade`)
    }
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
    await writeDrafts(manager, { batch_id })
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
          edited_share: 0,
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
      limit: 10,
    })
    expect(await ledger.sweep(DAYS)).toBe(1)
    expect(await left()).not.toContain(batch_id)
  })
})
