import { randomUUID } from "node:crypto"
import { BatchStore } from "../../../src/modules/playground/batches/batch-store"
import type {
  CreatedEvaluation,
  CreateEvaluationInput,
} from "../../../src/modules/playground/evaluation/dtos"
import { EvaluationStore } from "../../../src/modules/playground/evaluation/evaluation-store"
import { settleEnded } from "../../../src/modules/playground/evaluation/settle"
import type { Thresholds } from "../../../src/modules/playground/evaluation/thresholds"
import { TestSetStore } from "../../../src/modules/playground/evaluation/test-set-store"
import { finishBatches } from "../../../src/modules/playground/generation/finish-batches"
import { hashPrompt } from "../../../src/modules/playground/prompts/hash-prompt"
import { claimJudgingTask } from "../../../src/modules/playground/sql/judging/claim-judging-task"
import { takeJudgingOrders } from "../../../src/modules/playground/sql/judging/create-judging-tasks"
import { cancelJudging } from "../../../src/modules/playground/sql/judging/end-judging"
import { completeJudging } from "../../../src/modules/playground/sql/judging/settle-judging"
import { claimTasks } from "../../../src/modules/playground/sql/transitions/claim-tasks"
import { completeTasks } from "../../../src/modules/playground/sql/transitions/complete-tasks"
import { MAX_LOST_WORKERS } from "../../../src/modules/playground/state-machine"
import { replaceChecks } from "../../../src/modules/playground/sql/checks/campaign-checks"
import { batchInput } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const TERMS = {
  generator: "mail-merge",
  model: null,
  isInstant: true,
  maxActiveBatches: undefined,
  isJudged: false,
}
const DAYS = 30
const JUDGE = "judge-1"

describe("an evaluation", () => {
  let database: LedgerDatabase
  let testSets: TestSetStore
  let evaluations: EvaluationStore
  let batches: BatchStore
  beforeAll(async () => {
    database = await createLedgerDatabase("evaluations")
    const manager = () => Promise.resolve(database.dataSource.manager)
    testSets = new TestSetStore(manager)
    evaluations = new EvaluationStore(manager, TERMS, JUDGE)
    batches = new BatchStore(manager, "usd")
  })
  afterAll(() => database.drop())

  const createSet = (campaign_id: string, leads = 2) =>
    testSets.create({
      campaign_id,
      name: randomUUID(),
      source: "bundled",
      created_by: "user_test",
      leads: batchInput(leads).tasks.map(({ campaign_lead_id }) => ({
        label: "A lead",
        code: null,
        lead_snapshot: {
          id: campaign_lead_id,
          email: "a@example.com",
          first_name: null,
          last_name: null,
          company: null,
          title: null,
          attributes: {},
        },
      })),
    })

  /** Runs a text of its own against a fresh set of two leads, unless told otherwise. */
  const start = async (campaign_id?: string, set?: { id: string }, thresholds?: Thresholds) => {
    const created = await evaluations.create(await inputOf(campaign_id, set, thresholds))
    if (created.outcome === "created") return created
    throw new Error(`made before: ${created.outcome}`)
  }

  const inputOf = async (
    campaign_id: string = randomUUID(),
    set?: { id: string },
    thresholds: Thresholds = { max_failed: 0.5, max_flagged: 0 }
  ): Promise<CreateEvaluationInput> => {
    const test_set_id = (set ?? (await createSet(campaign_id))).id
    const { campaign_snapshot: campaign, step_snapshot: step } = batchInput(1, { campaign_id })
    const text = `Subject: ${randomUUID()}\n\nHello`
    return {
      campaign,
      step,
      prompt: { text, hash: hashPrompt(text), source: "request" },
      prompt_id: null,
      test_set_id,
      thresholds,
      created_by: "user_test",
      idempotency: null,
    }
  }

  const draft = async ({ tasks, batch_id }: CreatedEvaluation, subjects: string[]) => {
    const { manager } = database.dataSource
    const leases = tasks.map(({ task_id }) => ({ task_id, lease_token: randomUUID() }))
    await claimTasks(manager, { leases, leaseMs: 60_000, maxLostWorkers: MAX_LOST_WORKERS })
    await completeTasks(
      manager,
      leases.map((lease, place) => ({
        ...lease,
        draft: { subject: subjects[place] ?? "Hello", body: "A body." },
        cost: null,
        latency_ms: 1,
        flags: [],
      }))
    )
    await finishBatches(manager, [batch_id], () => {})
  }

  const read = ({ evaluation: { campaign_id, id } }: CreatedEvaluation) =>
    evaluations.retrieve(campaign_id, id)

  it("is pending while its batch runs, and settled by the first look after it", async () => {
    const created = await start()
    expect(await read(created)).toMatchObject({
      status: "pending",
      figures: null,
      thresholds: [
        { name: "max_failed", value: null, passed: null },
        { name: "max_flagged", value: null, passed: null },
      ],
      finished_at: null,
    })
    await draft(created, [])
    const passed = await read(created)
    expect(passed).toMatchObject({ status: "passed", figures: { total: 2, drafted: 2, failed: 0 } })
    expect(await read(created)).toEqual(passed)
  })

  it("G3: is made once of calls with the same key, however many come at the same time", async () => {
    const idempotency = { key: "once", request_fingerprint: "a".repeat(64) }
    const input = { ...(await inputOf()), idempotency }
    const made = await Promise.all(Array.from({ length: 20 }, () => evaluations.create(input)))
    const created = made.filter((answer) => answer.outcome === "created")
    const replayed = made.filter((answer) => answer.outcome === "replayed")
    expect([created.length, replayed.length]).toEqual([1, 19])
    const [first] = created
    for (const { evaluation } of replayed) expect(evaluation).toEqual(first?.evaluation)
    const all = { campaign_id: input.campaign.id, test_set_id: null }
    expect(await evaluations.list(all, { offset: 0, limit: 10 })).toMatchObject({ count: 1 })

    const other = { ...idempotency, request_fingerprint: "b".repeat(64) }
    expect(await evaluations.create({ ...input, idempotency: other })).toEqual({
      outcome: "conflict",
      batch_id: first?.batch_id,
    })
  })

  describe("that asks something of the judge", () => {
    const manager = () => database.dataSource.manager
    /** Has the judge look at each draft: what it says of them, in the order of their tasks. */
    const judge = async (says: { score: number; supported: boolean }[]) => {
      const tasks = await takeJudgingOrders(manager(), { judge_version: JUDGE, limit: 10 })
      for (const [place, { score, supported }] of says.entries()) {
        const lease = { task_id: tasks[place]?.task_id ?? "", lease_token: randomUUID() }
        const terms = { judge_version: JUDGE, leaseMs: 60_000, maxLostWorkers: 5 }
        await claimJudgingTask(manager(), { ...lease, ...terms, maxTokens: null, maxCost: null })
        const claims = [{ text: "A claim", field: supported ? "lead.email" : null }]
        const answer = { score, choice: null, result: { criteria: [], claims } }
        await completeJudging(manager(), { ...lease, answer, model: null, spend: null })
      }
    }
    const asked = () => start(undefined, undefined, { min_judge_score: 3, max_unsupported: 0.5 })

    it("waits until every draft is judged, and has both figures then", async () => {
      const created = await asked()
      await draft(created, [])
      expect(await read(created)).toMatchObject({ status: "pending", figures: null })
      await judge([{ score: 5, supported: true }])
      expect(await read(created)).toMatchObject({ status: "pending", figures: null })
      await manager().query(
        `update playground_judging_task set status = 'judged', score = 2, unsupported = 1,
                result = '{"criteria": [], "claims": []}', completed_at = now()
          where batch_id = $1 and status = 'pending'`,
        [created.batch_id]
      )
      expect(await read(created)).toMatchObject({
        status: "passed",
        figures: { judge_score: 3.5, unsupported: 1 },
        thresholds: [
          { name: "min_judge_score", limit: 3, value: 3.5, passed: true },
          { name: "max_unsupported", limit: 0.5, value: 0.5, passed: true },
        ],
      })
    })

    it("is failed where the judge could not look at all of them: a part would pass for the whole", async () => {
      const created = await asked()
      await draft(created, [])
      await judge([{ score: 5, supported: true }])
      await cancelJudging(manager(), created.batch_id)
      expect(await read(created)).toMatchObject({
        status: "failed",
        figures: { judge_score: null, unsupported: null },
      })
    })

    it("ends where the judge was replaced after it had begun: nobody looks at the rest", async () => {
      const created = await asked()
      await draft(created, [])
      await judge([{ score: 5, supported: true }])
      await settleEnded(manager(), "judge-2")
      expect(await read(created)).toMatchObject({
        status: "failed",
        figures: { judge_score: null, unsupported: null },
      })
    })

    it("ends without the judge where the host has none any more", async () => {
      const created = await asked()
      await draft(created, [])
      await settleEnded(manager(), null)
      expect(await read(created)).toMatchObject({ status: "failed" })
    })
  })

  it("is settled by the reconciler where nobody looks, once", async () => {
    const created = await start()
    await draft(created, [])
    const { manager } = database.dataSource
    await Promise.all([settleEnded(manager, null), settleEnded(manager, null)])
    const [row] = await manager.query<{ status: string }[]>(
      `select status from playground_evaluation where id = $1`,
      [created.evaluation.id]
    )
    expect(row?.status).toBe("passed")
  })

  it("fails when its batch is cancelled, whatever was drafted", async () => {
    const created = await start()
    await batches.cancel(created.evaluation.campaign_id, created.batch_id)
    expect(await read(created)).toMatchObject({
      status: "failed",
      figures: { total: 2, drafted: 0, failed: 2 },
      thresholds: [
        { value: 1, passed: false },
        { value: null, passed: false },
      ],
    })
  })

  it("is held against the checks that the campaign had when it began", async () => {
    const campaign_id = randomUUID()
    const checks = (text: string) =>
      replaceChecks(database.dataSource, {
        campaign_id,
        checks: [{ type: "contains", part: "subject", text }],
        updated_by: "user_test",
      })
    await checks("good")
    const created = await start(campaign_id)
    await checks("other")
    await draft(created, ["Good day", "Bad day"])
    expect(await read(created)).toMatchObject({ figures: { checked: 1 } })
  })

  it("keeps its figures and its prompt's text when retention takes its batch", async () => {
    const created = await start()
    await draft(created, [])
    const before = await read(created)
    await database.dataSource.query(
      `update playground_draft_batch
          set created_at = now() - $2 * interval '1 day',
              finished_at = finished_at - $2 * interval '1 day' where id = $1`,
      [created.batch_id, DAYS + 1]
    )
    expect(await batches.sweep(DAYS)).toBe(1)
    expect(await read(created)).toEqual({ ...before, batch_id: null })
  })

  it("goes with its set, and so do the batch and the drafts, even while they are written", async () => {
    const campaign_id = randomUUID()
    const set = await createSet(campaign_id)
    const created = await start(campaign_id, set)
    const key = { campaign_id, test_set_id: set.id }
    expect(await testSets.listRunningBatches(key)).toEqual([created.batch_id])
    await testSets.delete(key)
    await draft(created, [])
    await expect(read(created)).rejects.toMatchObject({ type: "not_found" })
    await expect(batches.retrieveBatch(campaign_id, created.batch_id)).rejects.toMatchObject({
      type: "not_found",
    })
    await expect(start(campaign_id, set)).rejects.toMatchObject({ type: "not_found" })
  })

  it("is another campaign's to nobody", async () => {
    const other = randomUUID()
    const created = await start()
    const { test_set_id, id } = created.evaluation
    const key = { campaign_id: other, test_set_id }
    await expect(evaluations.retrieve(other, id)).rejects.toMatchObject({ type: "not_found" })
    await expect(testSets.retrieve(key)).rejects.toMatchObject({ type: "not_found" })
    await expect(testSets.delete(key)).rejects.toMatchObject({ type: "not_found" })
    await expect(start(other, { id: test_set_id })).rejects.toMatchObject({ type: "not_found" })
  })
})
