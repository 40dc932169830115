import { LRUCache } from "lru-cache"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { createEmptyCheck } from "../prompts/empty-values"
import { claimTasks, type ClaimedTaskRow, type Lease } from "../sql/transitions/claim-tasks"
import { completeTasks, type Completion } from "../sql/transitions/complete-tasks"
import { postponeTasks } from "../sql/transitions/postpone-tasks"
import { renewLeases } from "../sql/transitions/renew-leases"
import { MAX_LOST_WORKERS } from "../state-machine"
import { inSpan } from "../../../telemetry/in-span"
import { createInstruments } from "../telemetry/instruments"
import { loadBatchContext, type BatchContext } from "./batch-context"
import { capSpend, toSpendCaps } from "./cap-spend"
import { finishBatches, type OnFinished } from "./finish-batches"
import { createNotify } from "./notify"
import { failStopped, stopDrafting } from "./stop-drafting"
import { coalesce } from "../../../persistence/coalesce"
import type { GenerationDeps } from "./generation-deps"
import { LeaseKeeper } from "./lease-keeper"

/**
 * Contexts of batches that are under way; each holds a prompt (up to 128 kB), a few snapshots and the
 * names of up to 200 leads. The process that ends a batch forgets it at once, the others over time.
 */
const MAX_CACHED_CONTEXTS = 50
const GATHER = { lanes: 1, maxBatchSize: 256 }

type CreateGenerationInput = Pick<
  GenerationDeps,
  "retrieveGenerator" | "queue" | "logger" | "options"
> & {
  manager: () => Promise<EntityManager>
  /** Told of batches some of whose drafts were written. */
  onProgress: (batchIds: string[]) => void
  /** Called with each batch that has ended. */
  onFinished: OnFinished
}

/** Puts together what `runTask` needs: the gathered statements, the lease keeper, the cache. */
export function createGeneration(input: CreateGenerationInput): GenerationDeps {
  const { manager, logger, options } = input

  const caps = toSpendCaps(options)

  const claim = coalesce<Lease, ClaimedTaskRow | null>(async (leases) => {
    const db = await manager()
    const claimed = await inSpan(
      "playground.claim",
      { "playground.tasks": leases.length },
      async (span) => {
        const rows = await withoutParameters("claim tasks", () =>
          claimTasks(db, {
            leases,
            leaseMs: options.leaseMs,
            maxLostWorkers: MAX_LOST_WORKERS,
          })
        )
        span.setAttribute("playground.claimed", rows.length)
        return rows
      }
    )
    const byToken = new Map(claimed.map((task) => [task.lease_token, task]))
    return leases.map((lease) => byToken.get(lease.lease_token) ?? null)
  }, GATHER)

  const complete = coalesce<Completion, boolean>(async (completions) => {
    const db = await manager()
    const written = await inSpan(
      "playground.complete",
      { "playground.tasks": completions.length },
      async (span) => {
        const rows = await withoutParameters("complete tasks", () => completeTasks(db, completions))
        span.setAttribute("playground.written", rows.length)
        return rows
      }
    )
    const ids = new Set(written.map((task) => task.task_id))
    if (written.length > 0) input.onProgress([...new Set(written.map((task) => task.batch_id))])
    return completions.map((completion) => ids.has(completion.task_id))
  }, GATHER)

  const contexts = new LRUCache<string, BatchContext>({
    max: MAX_CACHED_CONTEXTS,
    fetchMethod: async (batchId) => {
      const db = await manager()
      const context = await withoutParameters("read batch", () => loadBatchContext(db, batchId))
      return context ?? undefined
    },
  })

  const finish = coalesce<string, void>(async (batchIds) => {
    await finishBatches(await manager(), [...new Set(batchIds)], (batch) => {
      contexts.delete(batch.id)
      input.onFinished(batch)
    })
    return batchIds.map(() => undefined)
  }, GATHER)

  const cap =
    caps &&
    coalesce<string, void>(async (batchIds) => {
      await capSpend(await manager(), caps, [...new Set(batchIds)])
      return batchIds.map(() => undefined)
    }, GATHER)

  const failStoppedOf = async (batchId: string) => {
    await failStopped(await manager(), [batchId])
    input.onProgress([batchId])
  }

  const leases = new LeaseKeeper({
    logger,
    leaseMs: options.leaseMs,
    renew: async (held) => {
      const db = await manager()
      const renewed = await withoutParameters("renew leases", () =>
        renewLeases(db, { leases: held, leaseMs: options.leaseMs })
      )
      return new Set(renewed.map((lease) => lease.lease_token))
    },
  })

  return {
    db: manager,
    claim,
    complete,
    finish,
    cap: cap ?? (() => Promise.resolve()),
    isEmpty: createEmptyCheck(options.emptyValues),
    stop: async (reason) => {
      await stopDrafting(await manager(), reason)
      input.onProgress([reason.batch_id])
    },
    failStopped: failStoppedOf,
    postpone: async (batch_id, delayMs) => {
      const db = await manager()
      await withoutParameters("postpone tasks", () => postponeTasks(db, { batch_id, delayMs }))
      input.onProgress([batch_id])
    },
    notify: createNotify({ manager, logger }),
    leases,
    // A claimed task keeps its batch from being deleted: the row must be there.
    retrieveContext: (batchId) => contexts.forceFetch(batchId),
    retrieveGenerator: input.retrieveGenerator,
    queue: input.queue,
    logger,
    instruments: createInstruments(),
    options,
  }
}
