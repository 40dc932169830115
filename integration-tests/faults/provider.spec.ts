import type { DeskAnswer } from "../../testing/lab/fault-generator"
import { eventually } from "../../testing/eventually"
import { BACKENDS, inLab, LAB_OPTIONS } from "../../testing/lab/fault-lab"

const isFailed = ({ status }: { status: string }) => status === "failed"

const DRAFTS = 40
const MAX_ATTEMPTS = 3

/** What a provider may do wrong: what is said of the tasks then, and how many calls that takes. */
const FAULTS: {
  answer: Exclude<DeskAnswer["do"], "rate-limited" | "fatal">
  code: string
  callsPerTask: number
}[] = [
  { answer: "retryable", code: "desk_busy", callsPerTask: MAX_ATTEMPTS },
  { answer: "garbage", code: "invalid_draft", callsPerTask: MAX_ATTEMPTS },
  { answer: "unexpected", code: "generator_error", callsPerTask: MAX_ATTEMPTS },
  { answer: "permanent", code: "desk_refused", callsPerTask: 1 },
]

describe.each(BACKENDS)("what a bad provider costs, with the queue on %s", (backend) => {
  it(`G10 (${backend}): a provider that only answers errors or garbage fails every task for that reason`, async () => {
    await inLab({ backend, options: { maxAttempts: MAX_ATTEMPTS } }, async (lab) => {
      await lab.startWorker("one")
      let callsBefore = 0
      for (const { answer, code, callsPerTask } of FAULTS) {
        lab.desk.policy = () => ({ do: answer })
        const batch = await lab.generate(DRAFTS)
        const tasks = await lab.finished(batch.id)
        expect(tasks.map((task) => `${task.status} ${task.error_code}`)).toEqual(
          Array(DRAFTS).fill(`failed ${code}`)
        )
        expect(lab.desk.calls).toHaveLength(callsBefore + DRAFTS * callsPerTask)
        callsBefore = lab.desk.calls.length
      }
    })
  })

  it(`G10 (${backend}): calls that hang are cut after their time limit and tried again`, async () => {
    await inLab(
      { backend, options: { generationTimeoutMs: 1_500, maxAttempts: 2 } },
      async (lab) => {
        await lab.startWorker("one")
        lab.desk.hold()
        const batch = await lab.generate(8)
        const tasks = await lab.finished(batch.id)
        expect(tasks.map((task) => `${task.status} ${task.error_code}`)).toEqual(
          Array(8).fill("failed generation_timeout")
        )
        expect(lab.desk.calls).toHaveLength(16)
      }
    )
  })

  it(`G10 (${backend}): a rate limit pauses every worker, costs no attempt, and everything is drafted`, async () => {
    await inLab({ backend, options: { maxAttempts: 1 } }, async (lab) => {
      await Promise.all([lab.startWorker("one"), lab.startWorker("two")])
      const limitedUntil = performance.now() + 1_500
      lab.desk.policy = () =>
        performance.now() < limitedUntil
          ? { do: "rate-limited", retryAfterMs: 500 }
          : { do: "draft" }
      const batch = await lab.generate(DRAFTS)
      const tasks = await lab.finished(batch.id)
      expect(tasks.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
        Array(DRAFTS).fill("succeeded 1")
      )
      expect(await lab.writtenTwice()).toEqual([])
    })
  })

  it(`G10 (${backend}): a draft is kept and asked for once, though the generator cannot say again what it sent`, async () => {
    await inLab({ backend }, async (lab) => {
      await lab.startWorker("one")
      lab.desk.policy = () => ({ do: "draft", breaksMessages: true })
      const batch = await lab.generate(DRAFTS)
      const tasks = await lab.finished(batch.id)
      expect(tasks.map((task) => task.status)).toEqual(Array(DRAFTS).fill("succeeded"))
      expect(tasks.map((task) => task.flags.map(({ code }) => code))).toEqual(
        Array(DRAFTS).fill(expect.arrayContaining(["check_failed"]))
      )
      expect(lab.desk.calls).toHaveLength(DRAFTS)
    })
  })

  it(`G10 (${backend}): a failure that no lead can help ends the batch after the calls in flight, and a retry goes on where it stopped`, async () => {
    await inLab({ backend }, async (lab) => {
      const { concurrency } = LAB_OPTIONS
      await lab.startWorker("one")
      const drafted = 5
      lab.desk.policy = () => ({ do: lab.desk.calls.length <= drafted ? "draft" : "fatal" })
      const batch = await lab.generate(DRAFTS)
      const tasks = await lab.finished(batch.id)
      const before = tasks.filter(({ status }) => status === "succeeded")
      const failed = tasks.filter(({ status }) => status !== "succeeded")
      expect(before).toHaveLength(drafted)
      expect(new Set(failed.map((task) => `${task.status} ${task.error_code}`))).toEqual(
        new Set(["failed desk_closed"])
      )
      expect(lab.desk.calls.length).toBeLessThanOrEqual(drafted + concurrency)
      const status = await lab.api.retrieveBatchStatus(batch.campaign_id, batch.id)
      expect(status).toMatchObject({
        stop_reason: "desk_closed",
        stop_message: "The desk is closed.",
      })

      const callsBefore = lab.desk.calls.length
      lab.desk.policy = () => ({ do: "draft" })
      await lab.retry(batch)
      const after = await lab.finished(batch.id)
      expect(after.map((task) => task.status)).toEqual(Array(DRAFTS).fill("succeeded"))
      expect(after.filter(({ id }) => before.some((task) => task.id === id))).toEqual(before)
      expect(lab.desk.calls).toHaveLength(callsBefore + DRAFTS - drafted)
      expect(await lab.writtenTwice()).toEqual([])
    })
  })

  it(`G10 (${backend}): a draft that would be tried again after its batch has stopped is failed with it`, async () => {
    await inLab({ backend, options: { concurrency: 2, maxAttempts: 5 } }, async (lab) => {
      await lab.startWorker("one")
      lab.desk.hold()
      const batch = await lab.generate(10)
      await lab.callsInFlight(2)
      const [first, second] = [...lab.desk.pending]
      first?.answer({ do: "fatal" })
      await eventually(async () => (await lab.tasks(batch.id)).filter(isFailed).length === 9, {
        withinMs: 10_000,
        because: "all but the call in flight are failed",
      })
      second?.answer({ do: "retryable" })
      const tasks = await lab.finished(batch.id)
      expect(tasks.map((task) => `${task.status} ${task.error_code}`)).toEqual(
        Array(10).fill("failed desk_closed")
      )
      expect(lab.desk.calls).toHaveLength(2)
    })
  })

  it(`G10 (${backend}): a long wait holds only its own batch up, asks nobody again before, and ends by itself`, async () => {
    await inLab({ backend, options: { maxRetryAfterMs: 120_000 } }, async (lab) => {
      await lab.startWorker("one")
      lab.desk.policy = () => ({ do: "rate-limited", retryAfterMs: 90_000 })
      const batch = await lab.generate(DRAFTS)
      await eventually(async () => (await lab.waitingUntil(batch)) > Date.now() + 60_000, {
        withinMs: 15_000,
        because: "the batch says until when it waits",
      })
      const calls = lab.desk.calls.length
      expect(calls).toBeLessThanOrEqual(LAB_OPTIONS.concurrency)
      // As if the time had passed; the queue itself is paused for ten seconds of it.
      lab.desk.policy = () => ({ do: "draft" })
      await lab.age(batch.id, 90_000)
      const tasks = await lab.finished(batch.id, 45_000)
      expect(tasks.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
        Array(DRAFTS).fill("succeeded 1")
      )
      expect(lab.desk.calls).toHaveLength(calls + DRAFTS)
    })
  })

  it(`G10 (${backend}): half of the calls failing in random ways loses no task`, async () => {
    await inLab({ backend, options: { maxAttempts: 10, backoffMs: 10 } }, async (lab) => {
      await lab.startWorker("one")
      const faults: DeskAnswer[] = [
        { do: "retryable" },
        { do: "garbage" },
        { do: "unexpected" },
        { do: "rate-limited", retryAfterMs: 20 },
      ]
      const calls = new Map<string, number>()
      lab.desk.policy = ({ email }) => {
        const call = (calls.get(email) ?? 0) + 1
        calls.set(email, call)
        // Ten failures in a row would rightly fail a task: rare, but not over hundreds of runs.
        const drawn = call < 8 ? Math.floor(Math.random() * faults.length * 2) : faults.length
        return faults[drawn] ?? { do: "draft" }
      }
      const batch = await lab.generate(200)
      const tasks = await lab.finished(batch.id, 45_000)
      expect(tasks.filter((task) => task.status !== "succeeded")).toEqual([])
      expect(await lab.writtenTwice()).toEqual([])
    })
  })
})
