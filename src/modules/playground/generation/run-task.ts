import { randomUUID } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import type { DraftGenerator, DraftRequest } from "../../../ports"
import { isTransient } from "../../../persistence/database-error"
import type { ClaimedTaskRow } from "../sql/transitions/claim-tasks"
import type { Completion } from "../sql/transitions/complete-tasks"
import { inSpan } from "../../../telemetry/in-span"
import type { DraftOutcome } from "../telemetry/instruments"
import { ShutdownError } from "./abort-reasons"
import { toSpendCaps } from "./cap-spend"
import { flagDraft } from "./flags/flag-draft"
import { generateDraft, missingGenerator } from "./generate-draft"
import type { GenerationDeps } from "./generation-deps"
import { observedCall } from "./observed-call"
import { settleFailure } from "./settle-failure"
import { findPrice, toSpend } from "./spend"
import { withPromptOf } from "./batch-context"
import { toDraftRequest } from "./to-draft-request"

interface Delivery {
  task_id: string
  /** Fires when the process has no more time: the task is given back. */
  shutdown: AbortSignal
  /** Lets the slot go to the next call while this one's draft is written. */
  release: () => void
}

/**
 * One delivery: claim, keep the lease, generate, release, write. Nothing is claimed when the task is
 * finished, cancelled, not due or held by a live worker: the job was one too many.
 */
export async function runTask(deps: GenerationDeps, delivery: Delivery): Promise<void> {
  const { task_id } = delivery
  const task = await deps.claim({ task_id, lease_token: randomUUID() })
  if (!task) return
  const ids = {
    "playground.batch_id": task.batch_id,
    "playground.task_id": task.task_id,
    "playground.campaign_lead_id": task.lead_snapshot.id,
    "playground.attempt": task.attempt,
  }
  await inSpan("playground.draft", ids, async (span) => {
    const outcome = await draftClaimedTask(deps, task, delivery)
    span.setAttribute("playground.outcome", outcome)
  })
  await deps.cap(task.batch_id).catch((error: unknown) => {
    deps.logger.warn(`playground: batch ${task.batch_id} is not capped yet: ${String(error)}`)
  })
  // The last one to write of this process finishes the batch, if nobody else has any of it left.
  if (deps.leases.holds(task.batch_id)) return
  // Not awaited: the next task may start meanwhile, and the reconciler repeats it.
  deps.finish(task.batch_id).catch((error: unknown) => {
    deps.logger.warn(`playground: batch ${task.batch_id} is not finished yet: ${String(error)}`)
  })
}

async function draftClaimedTask(
  deps: GenerationDeps,
  task: ClaimedTaskRow,
  { shutdown, release }: Delivery
): Promise<DraftOutcome> {
  const lease = deps.leases.hold(task)
  const onShutdown = () => lease.abort(new ShutdownError())
  if (shutdown.aborted) onShutdown()
  shutdown.addEventListener("abort", onShutdown, { once: true })
  let identifier = "unknown"
  let model: string | undefined
  const counted = (outcome: DraftOutcome) => {
    deps.instruments.recordDraft(outcome, identifier)
    return outcome
  }
  try {
    const context = await deps.retrieveContext(task.batch_id)
    identifier = context.generator
    const generator = deps.retrieveGenerator(identifier)
    if (!generator) throw missingGenerator(identifier)
    model = generator.model
    const request = toDraftRequest(task, withPromptOf(task, context), deps.isEmpty)
    const { draft, latency_ms } = await observedCall(
      deps.instruments,
      { identifier, model },
      () =>
        generateDraft({
          generator,
          identifier,
          request,
          lease,
          timeoutMs: deps.options.generationTimeoutMs,
          notify: (notice) => deps.notify(task.batch_id, notice),
        }),
      (answer) => answer.draft
    )
    // A cap is looked at before the next call of the slot.
    if (!toSpendCaps(deps.options)) release()
    const { task_id, lease_token } = task
    const price = findPrice(deps.options.prices, [draft.model, model])
    const isWritten = await writeDraft(deps, {
      task_id,
      lease_token,
      draft,
      cost: toSpend(draft.usage, price)?.cost ?? null,
      latency_ms,
      flags: await flagDraft(
        {
          draft,
          request,
          names: context.names,
          instruction: () => toInstruction(generator, request),
        },
        (check, error) => warnOfBrokenCheck(deps, task, check, error)
      ),
    })
    if (!isWritten) {
      deps.logger.debug(
        `playground: draft dropped, its lease is gone (batch ${task.batch_id}, task ${task_id})`
      )
    }
    return counted(isWritten ? "succeeded" : "dropped")
  } catch (error) {
    return counted(await settleFailure(deps, task, { identifier, model }, error))
  } finally {
    shutdown.removeEventListener("abort", onShutdown)
    lease.release()
  }
}

/** The error's own words may quote the draft or the lead: they go no higher than debug. */
function warnOfBrokenCheck(
  { logger }: Pick<GenerationDeps, "logger">,
  task: ClaimedTaskRow,
  check: string,
  error: unknown
): void {
  const ids = `batch ${task.batch_id}, task ${task.task_id}, lead ${task.lead_snapshot.id}`
  const name = error instanceof Error ? error.name : typeof error
  logger.warn(`playground: check "${check}" of a draft failed with ${name} (${ids})`)
  logger.debug(`playground: ${error instanceof Error ? error.stack : String(error)} (${ids})`)
}

/** What the model was told beside the data; null where the prompt is the mail itself. */
function toInstruction(generator: DraftGenerator, request: DraftRequest): string | null {
  if (generator.isPromptTheDraft) return null
  const told = generator.toMessages?.(request).filter(({ role }) => role === "system")
  return told ? told.map(({ content }) => content).join("\n") : request.prompt
}

/**
 * A draft in hand was paid for: while the database is away it is offered again, for as long as a
 * lease lasts. Then the reconciler has the task drafted anew.
 */
async function writeDraft(deps: GenerationDeps, completion: Completion): Promise<boolean> {
  const giveUpAt = performance.now() + deps.options.leaseMs
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1_000)) {
    try {
      return await deps.complete(completion)
    } catch (error) {
      if (!isTransient(error) || performance.now() + pauseMs > giveUpAt) throw error
    }
    await wait(pauseMs)
  }
}
