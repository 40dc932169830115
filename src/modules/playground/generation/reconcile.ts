import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { DraftQueue } from "../../../queue/draft-queue"
import { failExhaustedTasks } from "../sql/transitions/fail-exhausted-tasks"
import { listBatchesWithDueTasks, requeueDueTasks } from "../sql/transitions/requeue-due-tasks"
import { sumUpBatches } from "../sql/transitions/sum-up-batches"
import { MAX_LOST_WORKERS } from "../state-machine"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { capSpend, toSpendCaps } from "./cap-spend"
import { failStopped } from "./stop-drafting"
import { finishBatches, type OnFinished } from "./finish-batches"

/** Of how many batches one statement and one call of the queue take the tasks. */
const REQUEUE_BATCHES = 5
/** All of them: a batch has at most 200. */
const REQUEUE_LIMIT = 200 * REQUEUE_BATCHES

/** Ended batches that are summed up in one transaction, and how many transactions one pass takes. */
const SUM_UP_CHUNK = 50
const SUM_UP_CHUNKS = 20

/** What one pass found and mended. */
export interface ReconcileResult {
  /** Tasks failed as `worker_lost`. */
  exhausted: number
  /** Tasks that were enqueued again. */
  requeued: number
  /** Batches that ended. */
  finished: string[]
}

/**
 * Mends what crashes, lost queues and cut connections left: ends batches that have reached a cap or have stopped, gives up
 * tasks that keep killing workers, enqueues the others again, finishes batches. Any number of processes may run it at once.
 */
export async function reconcile(
  manager: EntityManager,
  queue: Pick<DraftQueue, "enqueue" | "depth">,
  options: Pick<
    ResolvedPlaygroundOptions,
    "reconcileIntervalMs" | "maxTokensPerBatch" | "maxCostPerBatch"
  >,
  onFinished: OnFinished
): Promise<ReconcileResult> {
  const intervalMs = options.reconcileIntervalMs
  const caps = toSpendCaps(options)
  if (caps) await capSpend(manager, caps, null)
  await failStopped(manager, null)
  const exhausted = await withoutParameters("fail exhausted tasks", () =>
    failExhaustedTasks(manager, { maxLostWorkers: MAX_LOST_WORKERS })
  )
  const finished = await finishBatches(manager, null, onFinished)
  await sumUpAll(manager)
  // Last, since this is what fails while the queue cannot be reached.
  const isQueueEmpty = (await queue.depth()) === 0
  const requeued = await requeueAll(manager, queue, { intervalMs, isQueueEmpty })
  return { exhausted: exhausted.length, requeued, finished }
}

/** Some batches at a time, oldest first, so that what is enqueued stays enqueued when the queue goes. */
async function requeueAll(
  manager: EntityManager,
  queue: Pick<DraftQueue, "enqueue">,
  terms: { intervalMs: number; isQueueEmpty: boolean }
): Promise<number> {
  const batches = await withoutParameters("list batches with due tasks", () =>
    listBatchesWithDueTasks(manager, terms)
  )
  let requeued = 0
  for (let place = 0; place < batches.length; place += REQUEUE_BATCHES) {
    const batch_ids = batches.slice(place, place + REQUEUE_BATCHES).map(({ id }) => id)
    const due = await withoutParameters("requeue due tasks", () =>
      requeueDueTasks(manager, { ...terms, batch_ids, limit: REQUEUE_LIMIT })
    )
    if (due.length > 0) await queue.enqueue(due)
    requeued += due.length
  }
  return requeued
}

/** A chunk at a time, and no more in one pass than a pass may take. */
async function sumUpAll(manager: EntityManager): Promise<void> {
  for (let chunk = 0; chunk < SUM_UP_CHUNKS; chunk++) {
    const summed = await withoutParameters("sum up batches", () =>
      manager.transaction((transaction) => sumUpBatches(transaction, { limit: SUM_UP_CHUNK }))
    )
    if (summed < SUM_UP_CHUNK) return
  }
}
