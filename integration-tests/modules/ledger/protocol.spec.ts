import { randomUUID } from "node:crypto"
import * as fc from "fast-check"
import type { EntityManager } from "typeorm"
import { capSpend } from "../../../src/modules/playground/generation/cap-spend"
import { failStopped, stopDrafting } from "../../../src/modules/playground/generation/stop-drafting"
import { finishBatches } from "../../../src/modules/playground/generation/finish-batches"
import { cancelBatch } from "../../../src/modules/playground/sql/transitions/cancel-batch"
import { claimTasks, type Lease } from "../../../src/modules/playground/sql/transitions/claim-tasks"
import { completeTasks } from "../../../src/modules/playground/sql/transitions/complete-tasks"
import { failAttempt } from "../../../src/modules/playground/sql/transitions/fail-attempt"
import { failExhaustedTasks } from "../../../src/modules/playground/sql/transitions/fail-exhausted-tasks"
import { giveBackTask } from "../../../src/modules/playground/sql/transitions/give-back-task"
import { lockBatch } from "../../../src/modules/playground/sql/reads/lock-batch"
import { renewLeases } from "../../../src/modules/playground/sql/transitions/renew-leases"
import { retryTasks } from "../../../src/modules/playground/sql/transitions/retry-tasks"
import { stopBatch } from "../../../src/modules/playground/sql/transitions/stop-batch"
import { requeueDueTasks } from "../../../src/modules/playground/sql/transitions/requeue-due-tasks"
import {
  DRAFT_BATCH_TRANSITIONS,
  DRAFT_TASK_TRANSITIONS,
  MAX_LOST_WORKERS,
} from "../../../src/modules/playground/state-machine"
import { queryRows } from "../../../src/persistence/db"
import { insertBatch } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const TASKS = 3
const MAX_ATTEMPTS = 2
const USAGE = { input_tokens: 30, output_tokens: 20 }
/** Reached by the second answer of three. */
const MAX_TOKENS = 100

interface TaskRow {
  id: string
  status: string
  attempt: number
  error_count: number
  lease_token: string | null
  body: string | null
}

/** One batch under test, and every lease that anybody ever got on it. */
interface World {
  manager: EntityManager
  batch: { batch_id: string; campaign_id: string; task_ids: string[] }
  leases: Lease[]
}

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length]

/** Each does one step of the protocol, whether or not it makes sense just now. */
const STEPS = {
  claim: async ({ manager, batch, leases }: World, place: number) => {
    const lease = { task_id: pick(batch.task_ids, place) ?? "", lease_token: randomUUID() }
    const claim = {
      leases: [lease],
      leaseMs: 60_000,
      maxLostWorkers: MAX_LOST_WORKERS,
    }
    if ((await claimTasks(manager, claim)).length > 0) leases.push(lease)
  },
  renew: async ({ manager, leases }: World, place: number) => {
    const lease = pick(leases, place)
    if (lease) await renewLeases(manager, { leases: [lease], leaseMs: 60_000 })
  },
  complete: async ({ manager, leases }: World, place: number) => {
    const lease = pick(leases, place)
    if (!lease) return
    const draft = { subject: "Subject", body: lease.lease_token, usage: USAGE }
    await completeTasks(manager, [{ ...lease, draft, cost: null, latency_ms: 1, flags: [] }])
  },
  fail: async ({ manager, leases }: World, place: number) => {
    const lease = pick(leases, place)
    const failure = {
      error: { code: "broken", params: {}, message: "Broken." },
      maxAttempts: MAX_ATTEMPTS,
    }
    if (lease) {
      await failAttempt(manager, {
        ...lease,
        ...failure,
        isPermanent: place % 3 === 0,
        backoffMs: 0,
        spend: { ...USAGE, cost: null },
      })
    }
  },
  giveBack: async ({ manager, leases }: World, place: number) => {
    const lease = pick(leases, place)
    if (lease) await giveBackTask(manager, { ...lease, delayMs: 0, isRateLimited: place % 2 === 0 })
  },
  expire: async ({ manager, batch }: World, place: number) => {
    await manager.query(
      `update playground_draft_task set lease_until = now() - interval '1 second'
        where id = $1 and status = 'running'`,
      [pick(batch.task_ids, place)]
    )
  },
  reconcile: async ({ manager, batch }: World) => {
    await failExhaustedTasks(manager, { maxLostWorkers: MAX_LOST_WORKERS })
    await STEPS.cap({ manager, batch })
    await failStopped(manager, null)
    await requeueDueTasks(manager, {
      intervalMs: 0,
      isQueueEmpty: true,
      batch_ids: null,
      limit: 100,
    })
    await finishBatches(manager, [batch.batch_id], () => {})
  },
  cap: async ({ manager, batch }: Pick<World, "manager" | "batch">) => {
    await capSpend(manager, { maxTokens: MAX_TOKENS, maxCost: null }, [batch.batch_id])
  },
  stop: async ({ manager, batch: { batch_id } }: World, place: number) => {
    // A real one comes rarely; marking and ending are two statements, between which anything may happen.
    const reason = { batch_id, code: "key_refused", params: {}, message: "Set a key." }
    if (place % 3 === 0) await stopBatch(manager, reason)
    else if (place % 3 === 1) await stopDrafting(manager, reason)
  },
  cancel: async ({ manager, batch }: World) => {
    await manager.transaction((transaction) => cancelBatch(transaction, batch))
  },
  retry: async ({ manager, batch }: World) => {
    await manager.transaction(async (transaction) => {
      const locked = await lockBatch(transaction, batch)
      if (locked?.status === "cancelled" || locked?.cap_reached) return
      await retryTasks(transaction, { batch_id: batch.batch_id, campaign_lead_ids: null })
    })
  },
} satisfies Record<string, (world: World, place: number) => Promise<void>>

type StepName = keyof typeof STEPS

async function readState({ manager, batch }: World) {
  const tasks = await queryRows<TaskRow>(
    manager,
    `select id, status, attempt, error_count, lease_token, body from playground_draft
      where batch_id = $1 order by position`,
    [batch.batch_id]
  )
  const [row] = await queryRows<{
    status: string
    cap_reached: string | null
    stop_reason: string | null
  }>(manager, `select status, cap_reached, stop_reason from playground_draft_batch where id = $1`, [
    batch.batch_id,
  ])
  const isCapped = row?.cap_reached !== null
  return { batch: row?.status ?? "", isCapped, isStopped: row?.stop_reason !== null, tasks }
}

type State = Awaited<ReturnType<typeof readState>>

const isAllowed = (
  transitions: Record<string, { from: readonly string[]; to: string }>,
  from: string,
  to: string
) =>
  from === to ||
  Object.values(transitions).some((allowed) => allowed.from.includes(from) && allowed.to === to)

function checkInvariants(before: State, after: State, leases: Lease[]): void {
  expect(isAllowed(DRAFT_BATCH_TRANSITIONS, before.batch, after.batch)).toBe(true)
  if (before.batch === "cancelled") expect(after).toEqual(before)
  if (after.batch !== "running") {
    expect(after.tasks.filter((task) => /pending|running/.test(task.status))).toEqual([])
  }
  after.tasks.forEach((task, place) => {
    const was = before.tasks[place]
    expect(isAllowed(DRAFT_TASK_TRANSITIONS, was?.status ?? "", task.status)).toBe(true)
    if (before.isStopped && was?.status === "pending") expect(task.status).not.toBe("running")
    if (before.isCapped && was?.status === "pending") expect(task.status).not.toBe("running")
    if (was?.status === "succeeded") expect(task).toEqual(was)
    if (task.status === "succeeded" && was?.status !== "succeeded") {
      // Whoever wrote it held the lease right before.
      expect(task.body).toBe(was?.lease_token)
    }
    expect(task.attempt).toBeGreaterThanOrEqual(task.error_count)
    expect(task.attempt - task.error_count).toBeLessThanOrEqual(MAX_LOST_WORKERS)
    expect(task.error_count).toBeLessThanOrEqual(MAX_ATTEMPTS)
    if (task.lease_token) {
      expect(leases.map((lease) => lease.lease_token)).toContain(task.lease_token)
    }
  })
}

describe("the protocol on draft tasks, in any order of its steps", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("protocol")
  })
  afterAll(() => database.drop())

  const step = fc.record({
    name: fc.constantFrom(...(Object.keys(STEPS) as StepName[])),
    place: fc.nat(11),
  })
  // Cancel ends everything, so it comes rarely.
  const steps = fc.array(
    fc.oneof({ weight: 30, arbitrary: step.filter(({ name }) => name !== "cancel") }, step),
    { minLength: 5, maxLength: 60 }
  )

  it("keeps every invariant after each step, and every batch can come to its end", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { manager } = database.dataSource
        const world: World = { manager, batch: await insertBatch(manager, TASKS), leases: [] }
        let state = await readState(world)
        for (const { name, place } of sequence) {
          await STEPS[name](world, place)
          const after = await readState(world)
          checkInvariants(state, after, world.leases)
          state = after
        }
        await bringToItsEnd(world)
        expect(["finished", "cancelled"]).toContain((await readState(world)).batch)
      }),
      { numRuns: 80 }
    )
  }, 120_000)
})

/** Every worker is gone; a fresh one does what is left. */
async function bringToItsEnd(world: World): Promise<void> {
  for (const place of [0, 1, 2]) {
    await STEPS.expire(world, place)
    await STEPS.claim(world, place)
    await STEPS.complete(world, world.leases.length - 1)
  }
  await STEPS.reconcile(world)
}
