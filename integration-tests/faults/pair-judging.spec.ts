import { queryRows } from "../../src/persistence/db"
import { eventually } from "../../testing/eventually"
import { COMPARING } from "../../testing/lab/desk-judge"
import { BACKENDS, inLab, type FaultLab } from "../../testing/lab/fault-lab"
import { batchInput } from "../../testing/ledger-batch"

const JUDGED = { judge: { resolve: "desk", concurrency: 4 } }
const PAIRS = 4
const CALLS = 2 * PAIRS

interface CallState {
  pair_id: string
  status: string
  choice: string | null
  worker: string | null
  error_code: string | null
}

const calls = (lab: FaultLab) =>
  queryRows<CallState>(
    lab.database.dataSource,
    `select pair_id, status, choice, result ->> 'reason' as worker, error_code
       from playground_judging_task where pair_id is not null order by id`
  )

/** Two finished batches of the same leads, of which the second has the longer texts, and their comparison. */
async function comparison(lab: FaultLab) {
  const input = batchInput(PAIRS)
  const first = await lab.generate(PAIRS, { input })
  await lab.finished(first.id)
  lab.desk.policy = () => ({
    do: "draft",
    body: "Hello, this one is longer than the other. ".repeat(9),
  })
  const second = await lab.generate(PAIRS, { input })
  await lab.finished(second.id)
  const { campaign_id } = input
  const batch_ids: [string, string] = [first.id, second.id]
  const { id } = await lab.api.verdict.comparisons.create({
    campaign_id,
    batch_ids,
    created_by: "x",
  })
  return { campaign_id, comparison_id: id, batch_ids }
}

/** Holds every call about a pair. */
const hold = (lab: FaultLab) => {
  lab.desk.policy = ({ prompt }) => (prompt === COMPARING ? undefined : { do: "draft" })
}

const held = (lab: FaultLab) => [...lab.desk.pending].filter(({ prompt }) => prompt === COMPARING)

const untilHeld = (lab: FaultLab, count: number) =>
  eventually(() => held(lab).length >= count, {
    withinMs: 20_000,
    because: `${count} calls are at the judge`,
    everyMs: 10,
  })

const untilJudged = (lab: FaultLab) =>
  eventually(
    async () => {
      const all = await calls(lab)
      return all.length === CALLS && all.every(({ status }) => status === "judged")
    },
    { withinMs: 30_000, because: "every pair is judged in both orders", everyMs: 25 }
  )

describe.each(BACKENDS)("comparing pairs, with the queue on %s", (backend) => {
  it(`G13 (${backend}): a judge killed in mid-call leaves every pair judged, once in each order`, async () => {
    await inLab({ backend, options: JUDGED }, async (lab) => {
      const victim = await lab.startWorker("victim")
      const key = await comparison(lab)
      hold(lab)
      expect(await lab.api.verdict.pairJudging.request(key)).toMatchObject({ enqueued: CALLS })
      await untilHeld(lab, 4)
      await victim.kill()
      await lab.startWorker("survivor")
      lab.desk.release()
      await untilJudged(lab)
      const all = await calls(lab)
      expect(new Set(all.map(({ worker }) => worker))).toEqual(new Set(["survivor"]))
      // By the batches, in whichever order the judge saw them.
      expect(all.map(({ choice }) => choice)).toEqual(Array(CALLS).fill("second"))
      const { judge, judged } = await lab.api.verdict.comparisons.retrieve(
        key.campaign_id,
        key.comparison_id
      )
      expect(judged).toBe(0)
      expect(judge).toMatchObject({ judged: PAIRS, wins: [0, PAIRS], ties: 0, win_rate: 1 })
    })
  })

  it(`G13 (${backend}): once a cancel has answered, of the comparison or of either batch, no pair is judged`, async () => {
    await inLab({ backend, options: JUDGED }, async (lab) => {
      await lab.startWorker("one")
      const key = await comparison(lab)
      const { campaign_id, batch_ids } = key
      const { pairJudging } = lab.api.verdict
      const cancels = [
        () => pairJudging.cancel(key),
        ...batch_ids.map((id) => () => lab.api.cancelDraftBatch(campaign_id, id)),
      ]
      for (const cancel of cancels) {
        hold(lab)
        expect(await pairJudging.request(key)).toMatchObject({ enqueued: CALLS })
        await untilHeld(lab, 4)
        await cancel()
        const atCancel = await calls(lab)
        expect(atCancel.map(({ status }) => status)).toEqual(Array(CALLS).fill("cancelled"))
        await eventually(() => held(lab).length === 0, {
          withinMs: 10_000,
          because: "the calls are cut in the other process",
          everyMs: 25,
        })
        lab.desk.release()
        expect(await calls(lab)).toEqual(atCancel)
      }
      await pairJudging.request(key)
      await untilJudged(lab)
    })
  })
})

it("G13: a pair is judged once in each order by a version of the judge, however often it is asked for", async () => {
  await inLab({ backend: "postgres", options: JUDGED }, async (lab) => {
    await lab.startWorker("one")
    await lab.startWorker("two")
    const key = await comparison(lab)
    const { pairJudging } = lab.api.verdict
    const asked = await Promise.all(Array.from({ length: 20 }, () => pairJudging.request(key)))
    expect(asked.reduce((sum, { enqueued }) => sum + enqueued, 0)).toBe(CALLS)
    await untilJudged(lab)
    expect(await pairJudging.request(key)).toMatchObject({ enqueued: 0 })
    expect(lab.desk.calls.filter(({ prompt }) => prompt === COMPARING)).toHaveLength(CALLS)
    expect((await pairJudging.retrieve(key)).counts).toEqual({
      pending: 0,
      judged: CALLS,
      failed: 0,
      cancelled: 0,
      unjudged: 0,
    })
  })
})
