import { randomUUID } from "node:crypto"
import {
  claimJudgingTask,
  renewJudgingLeases,
  type ClaimedJudgingRow,
} from "../../../src/modules/playground/sql/judging/claim-judging-task"
import { createJudgingTasks } from "../../../src/modules/playground/sql/judging/create-judging-tasks"
import { cancelJudging } from "../../../src/modules/playground/sql/judging/end-judging"
import { readOpenJudging } from "../../../src/modules/playground/sql/judging/read-open-judging"
import { cancelOutdatedJudging } from "../../../src/modules/playground/sql/judging/mend-judging"
import { toAgreement } from "../../../src/modules/playground/judging/agreement"
import {
  countAgreement,
  sumUpJudging,
} from "../../../src/modules/playground/sql/judging/read-judging"
import {
  writeJudgement,
  type WriteJudgementInput,
} from "../../../src/modules/playground/sql/verdict/write-judgement"
import {
  completeJudging,
  failJudging,
  giveBackJudging,
} from "../../../src/modules/playground/sql/judging/settle-judging"
import { insertBatch } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"
import { writeDrafts } from "../../../testing/ledger-tasks"

const VERSION = "v1"
const answerOf = (score: number) => ({
  answer: { score, choice: null, result: { criteria: [], claims: [] } },
  model: null,
  spend: null,
})

let ledger: LedgerDatabase

beforeAll(async () => {
  ledger = await createLedgerDatabase("judging", { options: { redisUrl: "redis://unused" } })
})
afterAll(() => ledger.drop())

/** A batch with drafts, and its judging tasks. */
async function judgingOf(drafts: number, judge_version = VERSION) {
  const db = ledger.dataSource.manager
  const { batch_id } = await insertBatch(db, drafts)
  await writeDrafts(db, { batch_id })
  const tasks = await createJudgingTasks(db, { batch_id, judge_version })
  return { db, batch_id, task_ids: tasks.map(({ task_id }) => task_id) }
}

async function claim(task_id: string | undefined, judge_version = VERSION) {
  return claimJudgingTask(ledger.dataSource.manager, {
    task_id: String(task_id),
    lease_token: randomUUID(),
    judge_version,
    leaseMs: 60_000,
    maxLostWorkers: 5,
    maxTokens: null,
    maxCost: null,
  })
}

/** As if its judge had not been heard of since. */
const expire = (task_id: string | undefined) =>
  ledger.dataSource.query(
    `update playground_judging_task set lease_until = now() - interval '1 second' where id = $1`,
    [task_id]
  )

const held = (row: ClaimedJudgingRow | null): ClaimedJudgingRow => {
  if (row) return row
  throw new Error("not claimed")
}

it("G13: whoever has lost the lease on a judging task writes nothing, in no way", async () => {
  const { db, batch_id, task_ids } = await judgingOf(1)
  const lost = held(await claim(task_ids[0]))
  await expire(task_ids[0])
  const heir = held(await claim(task_ids[0]))
  const error = { code: "x", params: {}, message: "x" }
  expect([
    await completeJudging(db, { ...lost, ...answerOf(1) }),
    await failJudging(db, {
      ...lost,
      error,
      isPermanent: true,
      maxAttempts: 3,
      backoffMs: 0,
      spend: null,
    }),
    await giveBackJudging(db, { ...lost, delayMs: 0, isRateLimited: false }),
    await renewJudgingLeases(db, { leases: [lost], leaseMs: 1_000 }),
  ]).toEqual([false, null, null, []])
  expect(await completeJudging(db, { ...heir, ...answerOf(4) })).toBe(true)
  expect(await completeJudging(db, { ...lost, ...answerOf(1) })).toBe(false)
  const sums = await sumUpJudging(db, { batch_id, judge_version: VERSION })
  expect(sums).toMatchObject({ judged: 1, mean_score: 4 })
})

it("G13: a task is had by one at a time, by no other version's judge, and not after a cancel", async () => {
  const { db, batch_id, task_ids } = await judgingOf(2)
  expect(await claim(task_ids[0], "v2")).toBeNull()
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(task_ids[0])))
  const [holder, second] = claims.filter((row) => row !== null)
  expect(second).toBeUndefined()
  await cancelJudging(db, batch_id)
  expect(await completeJudging(db, { ...held(holder ?? null), ...answerOf(4) })).toBe(false)
  expect(await claim(task_ids[1])).toBeNull()
})

type Said = Partial<Pick<WriteJudgementInput, "judged_by" | "score" | "verdict">>

it("how far judge and people agree is Cohen's kappa of who called which draft good", async () => {
  const judge_version = "kappa"
  const { manager: db } = ledger.dataSource
  // Sim & Wright (2005), Physical Therapy 85, 257-268, table 1: 0.846 and 0.67.
  const table: [drafts: number, said: Said[], score: number][] = [
    [20, [{ verdict: "good" }], 5],
    [2, [{ score: 4 }], 4],
    [2, [{ verdict: "good" }], 1],
    [4, [{ score: 1 }], 4],
    // A verdict goes before a score, and a majority before a person.
    [1, [{ verdict: "bad", score: 5 }], 2],
    [1, [{ verdict: "bad" }, { score: 2 }, { verdict: "good" }], 1],
    [9, [{ score: 2 }], 2],
    // These say neither: a three of the judge or of a person, reasons alone, two who are even, nobody.
    [1, [{ verdict: "good" }], 3],
    [1, [{ score: 3 }], 1],
    [1, [{}], 1],
    [1, [{ verdict: "good" }, { verdict: "bad" }], 1],
    [1, [], 1],
  ]
  const rows = table.flatMap(([drafts, said, score]) =>
    Array.from({ length: drafts }, () => ({ said, score }))
  )
  const { campaign_id, batch_id } = await insertBatch(db, rows.length)
  await writeDrafts(db, { batch_id })
  const tasks = await createJudgingTasks(db, { batch_id, judge_version })
  for (const [place, { task_id }] of tasks.entries()) {
    const { said, score } = rows[place] ?? { said: [], score: 1 }
    const claimed = held(await claim(task_id, judge_version))
    await completeJudging(db, { ...claimed, ...answerOf(score) })
    for (const [person, one] of said.entries()) {
      await writeJudgement(db, {
        campaign_id,
        draft_id: claimed.draft_id,
        judged_by: `user_${person}`,
        score: null,
        verdict: null,
        reasons: ["Because"],
        ...one,
      })
    }
  }
  const counts = await countAgreement(db, { campaign_id, judge_version })
  expect(counts).toEqual({ both_good: 22, only_people: 2, only_judge: 4, both_bad: 11 })
  const { share, kappa, n } = toAgreement([
    [counts.both_good, counts.only_people],
    [counts.only_judge, counts.both_bad],
  ])
  expect(n).toBe(39)
  expect(share).toBeCloseTo(0.846, 3)
  expect(kappa).toBeCloseTo(0.67, 2)
  // What another version of the judge says is another figure.
  const none = await countAgreement(db, { campaign_id, judge_version: VERSION })
  expect(Object.values(none)).toEqual([0, 0, 0, 0])
})

it("tasks of a judge that the host has no more come to an end, once nobody can be at work on them", async () => {
  const { db, task_ids } = await judgingOf(2)
  await ledger.dataSource.query(
    `update playground_judging_task set enqueued_at = now() - interval '2 hours' where id = $1`,
    [task_ids[0]]
  )
  const ended = await cancelOutdatedJudging(db, { judge_version: "v2" })
  expect(ended.map(({ task_id }) => task_id)).toEqual([task_ids[0]])
})

it("what a judge has left to do is told of its present version alone, the one that waits longest first", async () => {
  const judge_version = "health"
  const { manager: db } = ledger.dataSource
  const read = () => readOpenJudging(db, { judge_version })
  const nothing = { pending: 0, running: 0, expired: 0, oldest_due_seconds: null }
  await judgingOf(1)
  expect(await read()).toEqual(nothing)

  const { batch_id } = await judgingOf(5, judge_version)
  const rows = await db.query<{ id: string }[]>(
    "select id from playground_judging_task where batch_id = $1",
    [batch_id]
  )
  const [judged, lost, taken, old, later] = rows.map(({ id }) => id)
  const done = await claim(judged, judge_version)
  await completeJudging(db, { ...held(done), ...answerOf(4) })
  await claim(lost, judge_version)
  await expire(lost)
  await claim(taken, judge_version)
  const due = (id: string | undefined, seconds: number) =>
    db.query(
      "update playground_judging_task set next_run_at = now() + $2 * interval '1 second' where id = $1",
      [id, seconds]
    )
  await due(later, 600)
  await due(old, -90)
  const open = await read()
  expect(open).toEqual({
    pending: 2,
    running: 2,
    expired: 1,
    oldest_due_seconds: expect.any(Number) as number,
  })
  expect(open.oldest_due_seconds).toBeGreaterThanOrEqual(90)
})
