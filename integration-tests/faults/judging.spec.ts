import { queryRows } from "../../src/persistence/db"
import { JUDGING } from "../../testing/lab/desk-judge"
import { BACKENDS, inLab, type FaultLab } from "../../testing/lab/fault-lab"
import { eventually } from "../../testing/eventually"

const JUDGED = { judge: { resolve: "desk", concurrency: 4 } }
const DRAFTS = 8

interface JudgingState {
  status: string
  attempt: number
  error_code: string | null
  worker: string | null
  unsupported: number | null
}

const judgings = (lab: FaultLab, batchId: string) =>
  queryRows<JudgingState>(
    lab.database.dataSource,
    `select status, attempt, error_code, unsupported, result #>> '{criteria,0,reason}' as worker
       from playground_judging_task where batch_id = $1 order by id`,
    [batchId]
  )

/** A batch whose drafts are there. */
async function drafted(lab: FaultLab, size = DRAFTS) {
  const batch = await lab.generate(size)
  await lab.finished(batch.id)
  return batch
}

/** Holds every call of the judge; drafts go on. */
const holdJudging = (lab: FaultLab) => {
  lab.desk.policy = ({ prompt }) => (prompt === JUDGING ? undefined : { do: "draft" })
}

const judgingCalls = (lab: FaultLab) =>
  [...lab.desk.pending].filter(({ prompt }) => prompt === JUDGING).length

const untilJudging = (lab: FaultLab, count: number) =>
  eventually(() => judgingCalls(lab) >= count, {
    withinMs: 20_000,
    because: `${count} drafts are being judged`,
    everyMs: 10,
  })

async function allJudged(lab: FaultLab, batchId: string, withinMs = 30_000) {
  await eventually(
    async () => (await judgings(lab, batchId)).every(({ status }) => status === "judged"),
    { withinMs, because: "every draft is judged", everyMs: 25 }
  )
  return judgings(lab, batchId)
}

const request = (lab: FaultLab, { id, campaign_id }: { id: string; campaign_id: string }) =>
  lab.api.verdict.judging.request(campaign_id, id)

describe.each(BACKENDS)("what judging survives, with the queue on %s", (backend) => {
  it(`G13 (${backend}): a judge killed in mid-call leaves every draft judged, once`, async () => {
    await inLab({ backend, options: JUDGED }, async (lab) => {
      const victim = await lab.startWorker("victim")
      const batch = await drafted(lab)
      holdJudging(lab)
      expect(await request(lab, batch)).toMatchObject({ enqueued: DRAFTS })
      await untilJudging(lab, 4)
      await victim.kill()
      await lab.startWorker("survivor")
      lab.desk.release()
      const all = await allJudged(lab, batch.id)
      expect(all).toHaveLength(DRAFTS)
      expect(new Set(all.map(({ worker }) => worker))).toEqual(new Set(["survivor"]))
      // What nothing in the snapshot says is unsupported, whatever field the judge makes up.
      expect(all.map(({ unsupported }) => unsupported)).toEqual(Array(DRAFTS).fill(1))
    })
  })

  it(`G13 (${backend}): a judge frozen past its lease writes nothing once it is thawed`, async () => {
    await inLab({ backend, options: JUDGED }, async (lab) => {
      const frozen = await lab.startWorker("frozen")
      const batch = await drafted(lab, 4)
      holdJudging(lab)
      await request(lab, batch)
      await untilJudging(lab, 4)
      const stale = [...lab.desk.pending]
      frozen.freeze()
      await lab.startWorker("heir")
      await eventually(() => judgingCalls(lab) >= 8, {
        withinMs: 20_000,
        because: "the heir judges all four",
        everyMs: 25,
      })
      for (const call of lab.desk.pending) if (!stale.includes(call)) call.answer({ do: "draft" })
      const before = await allJudged(lab, batch.id)
      for (const call of stale) call.answer({ do: "draft" })
      frozen.thaw()
      await eventually(() => judgingCalls(lab) === 0, {
        withinMs: 10_000,
        because: "the thawed judge has its answers",
        everyMs: 25,
      })
      // Its next task proves that it has dealt with the late answers.
      lab.desk.release()
      const next = await drafted(lab, 4)
      await request(lab, next)
      await allJudged(lab, next.id)
      await frozen.terminate()
      expect(await judgings(lab, batch.id)).toEqual(before)
      expect(new Set(before.map(({ worker }) => worker))).toEqual(new Set(["heir"]))
    })
  })

  it(`G13 (${backend}): a wake-up that is lost only delays`, async () => {
    await inLab({ backend, options: JUDGED }, async (lab) => {
      const batch = await lab.generate(4)
      await lab.startWorker("one")
      await lab.finished(batch.id)
      // As a process does that dies between the commit and the enqueueing.
      await queryRows(
        lab.database.dataSource,
        `insert into playground_judging_task (draft_id, batch_id, judge_version)
         select id, batch_id, 'desk-1' from playground_draft_task where batch_id = $1`,
        [batch.id]
      )
      expect(await allJudged(lab, batch.id)).toHaveLength(4)
    })
  })

  it(`G13 (${backend}): once a cancel has answered, nothing more is judged`, async () => {
    await inLab({ backend, options: JUDGED }, async (lab) => {
      await lab.startWorker("one")
      const batch = await drafted(lab)
      holdJudging(lab)
      await request(lab, batch)
      await untilJudging(lab, 4)
      await lab.api.cancelDraftBatch(batch.campaign_id, batch.id)
      const atCancel = await judgings(lab, batch.id)
      expect(atCancel.map(({ status }) => status)).toEqual(Array(DRAFTS).fill("cancelled"))
      // Calls in flight are cut in the other process.
      await eventually(() => judgingCalls(lab) === 0, {
        withinMs: 10_000,
        because: "the calls are cut",
        everyMs: 25,
      })
      lab.desk.release()
      const next = await drafted(lab, 2)
      await request(lab, next)
      await allJudged(lab, next.id)
      expect(await judgings(lab, batch.id)).toEqual(atCancel)
      // And a person may ask again.
      expect(await request(lab, batch)).toMatchObject({ enqueued: DRAFTS })
      await allJudged(lab, batch.id)
    })
  })
})

it("G13: a draft is judged once by a version of the judge, however often and by how many it is asked for", async () => {
  await inLab({ backend: "postgres", options: JUDGED }, async (lab) => {
    await lab.startWorker("one")
    await lab.startWorker("two")
    const batch = await drafted(lab)
    const asked = await Promise.all(Array.from({ length: 20 }, () => request(lab, batch)))
    expect(asked.reduce((sum, { enqueued }) => sum + enqueued, 0)).toBe(DRAFTS)
    await allJudged(lab, batch.id)
    expect(await request(lab, batch)).toMatchObject({ enqueued: 0 })
    expect(lab.desk.calls.filter(({ prompt }) => prompt === JUDGING)).toHaveLength(DRAFTS)
  })
})

it("G13: a draft that kills its judge each time ends as worker_lost", async () => {
  await inLab({ backend: "postgres", options: JUDGED }, async (lab) => {
    await lab.startWorker("drafting")
    const batch = await drafted(lab, 1)
    await queryRows(
      lab.database.dataSource,
      `insert into playground_judging_task (draft_id, batch_id, judge_version, attempt)
       select id, batch_id, 'desk-1', 5 from playground_draft_task where batch_id = $1`,
      [batch.id]
    )
    await eventually(async () => (await judgings(lab, batch.id))[0]?.error_code === "worker_lost", {
      withinMs: 20_000,
      because: "it is given up",
      everyMs: 25,
    })
  })
})

it("G13: drafts of new batches are judged by themselves, though the process that ends the batch dies", async () => {
  const options = { judge: { ...JUDGED.judge, auto: true } }
  await inLab({ backend: "postgres", options }, async (lab) => {
    await lab.startWorker("one")
    const batch = await lab.generate(4)
    await lab.finished(batch.id)
    await eventually(async () => (await judgings(lab, batch.id)).length === 4, {
      withinMs: 20_000,
      because: "they are to be judged",
      everyMs: 25,
    })
    await allJudged(lab, batch.id)
    // Whoever ended the batch died before it looked at its order.
    await queryRows(lab.database.dataSource, `delete from playground_judging_task`)
    await queryRows(lab.database.dataSource, `update playground_judging_order set is_due = true`)
    await eventually(async () => (await judgings(lab, batch.id)).length === 4, {
      withinMs: 20_000,
      because: "the reconciler sees the order",
      everyMs: 25,
    })
    await allJudged(lab, batch.id)
  })
})

it("judging stops at a batch's cap, which its drafts have first, and at a judge that can help no draft", async () => {
  const options = { judge: { resolve: "desk", concurrency: 1 }, maxTokensPerBatch: 20 }
  await inLab({ backend: "postgres", options }, async (lab) => {
    await lab.startWorker("one")
    const capped = await drafted(lab, 4)
    await request(lab, capped)
    const counts = async (id: string) => {
      const all = await judgings(lab, id)
      return all.map(({ status, error_code }) => error_code ?? status).sort()
    }
    // Two judgements of 15 tokens each reach the cap of 20; what is left is not asked for.
    const expected = ["batch_tokens_cap", "batch_tokens_cap", "judged", "judged"]
    await eventually(async () => (await counts(capped.id)).join() === expected.join(), {
      withinMs: 20_000,
      because: "the cap ends the rest",
      everyMs: 25,
    })
    const closed = await drafted(lab, 4)
    lab.desk.policy = ({ prompt }) => ({ do: prompt === JUDGING ? "fatal" : "draft" })
    const before = lab.desk.calls.length
    await request(lab, closed)
    await eventually(
      async () => (await counts(closed.id)).every((code) => code === "desk_closed"),
      { withinMs: 20_000, because: "all are failed at the first refusal", everyMs: 25 }
    )
    expect(lab.desk.calls.length - before).toBe(1)
  })
})
