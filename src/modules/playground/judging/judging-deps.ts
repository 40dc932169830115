import type { Logger } from "@medusajs/framework/types"
import type { Db } from "../../../persistence/db"
import type { DraftUsage } from "../../../ports"
import type { DraftQueue } from "../../../queue/draft-queue"
import type { LeaseKeeper } from "../generation/lease-keeper"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import type { JudgingAnswer } from "../sql/judging/settle-judging"
import type { BatchContextRow } from "../sql/reads/retrieve-batch-context"
import type { SpendCaps } from "../sql/transitions/cap-batches"
import type { Instruments } from "../telemetry/instruments"
import type { ConfiguredJudge } from "./configured-judge"

/** What a judge answered, ready to be kept, and what it used. */
export interface PaidJudgingAnswer {
  answer: JudgingAnswer
  usage: DraftUsage | undefined
  model: string | undefined
}

/** What judging one draft needs. One per process. */
export interface JudgingDeps {
  db: () => Promise<Db>
  configured: ConfiguredJudge
  queue: Pick<DraftQueue, "enqueue" | "pause">
  leases: LeaseKeeper
  caps: SpendCaps
  retrieveContext: (batchId: string) => Promise<BatchContextRow | undefined>
  instruments: Instruments
  logger: Logger
  options: Pick<
    ResolvedPlaygroundOptions,
    "leaseMs" | "generationTimeoutMs" | "maxAttempts" | "backoffMs" | "maxRetryAfterMs" | "prices"
  >
}
