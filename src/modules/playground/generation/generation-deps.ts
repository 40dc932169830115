import type { Logger } from "@medusajs/framework/types"
import type { Db } from "../../../persistence/db"
import type { DraftGenerator, GeneratorNotice } from "../../../ports"
import type { DraftQueue } from "../../../queue/draft-queue"
import type { IsEmptyValue } from "../prompts/empty-values"
import type { ClaimedTaskRow, Lease } from "../sql/transitions/claim-tasks"
import type { StopReason } from "../sql/transitions/stop-batch"
import type { Completion } from "../sql/transitions/complete-tasks"
import type { Instruments } from "../telemetry/instruments"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import type { BatchContext } from "./batch-context"
import type { Coalesced } from "../../../persistence/coalesce"
import type { LeaseKeeper } from "./lease-keeper"

/** What drafting one task needs. One per process, made by `createGeneration`. */
export interface GenerationDeps {
  db: () => Promise<Db>
  /** Null: not to be had. */
  claim: Coalesced<Lease, ClaimedTaskRow | null>
  /** False: the lease is gone, the draft was dropped. */
  complete: Coalesced<Completion, boolean>
  /** Finishes the batch once nothing of it is open. */
  finish: Coalesced<string, void>
  /** Ends the batch early once it has used what a batch may use. */
  cap: Coalesced<string, void>
  /** Stops the batch, and fails what is left of it. */
  stop: (reason: StopReason & { batch_id: string }) => Promise<void>
  /** Lets what waits in the batch wait at least this much longer, in ms. */
  postpone: (batchId: string, delayMs: number) => Promise<void>
  /** Fails what is left of a batch that has stopped. */
  failStopped: (batchId: string) => Promise<void>
  /** Puts a notice on the batch, once, and into the log. Never rejects. */
  notify: (batchId: string, notice: GeneratorNotice) => void
  retrieveContext: (batchId: string) => Promise<BatchContext>
  /** Undefined: no generator of that name is configured any more. */
  retrieveGenerator: (identifier: string) => DraftGenerator | undefined
  /** Whether a value says that there is none. */
  isEmpty: IsEmptyValue
  leases: LeaseKeeper
  queue: Pick<DraftQueue, "enqueue" | "pause">
  logger: Logger
  instruments: Instruments
  options: Pick<
    ResolvedPlaygroundOptions,
    | "leaseMs"
    | "generationTimeoutMs"
    | "maxAttempts"
    | "backoffMs"
    | "maxRetryAfterMs"
    | "prices"
    | "emptyValues"
    | "maxTokensPerBatch"
    | "maxCostPerBatch"
  >
}
