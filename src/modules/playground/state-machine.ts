/**
 * The states of a draft task and of a batch, and every transition between them. `docs/state-machine.md`
 * draws it; the statement that makes each transition stands beside it here.
 */

/** What a draft task can be. The last three are final, but for a retry of a failed one. */
export const DRAFT_TASK_STATUSES = [
  "pending",
  "running",
  "succeeded",
  "failed",
  "cancelled",
] as const
export type DraftTaskStatus = (typeof DRAFT_TASK_STATUSES)[number]

/** What a batch can be. `finished`: none of its tasks is pending or running. */
export const DRAFT_BATCH_STATUSES = ["running", "finished", "cancelled"] as const
export type DraftBatchStatus = (typeof DRAFT_BATCH_STATUSES)[number]

/**
 * Where the text of a prompt came from, in order of precedence. A batch's never came from a variant:
 * each of its tasks may have that of its own.
 */
export const PROMPT_SOURCES = ["request", "variant", "campaign", "sender", "default"] as const
export type PromptSource = (typeof PROMPT_SOURCES)[number]

/** What ends a batch early: `maxTokensPerBatch`, `maxCostPerBatch`. */
export type SpendCap = "tokens" | "cost"

/** How a reviewer may find a draft: as its lead's approved e-mail, turned down, or neither yet. */
export const REVIEW_STATUSES = ["pending", "approved", "rejected"] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** What the review history records. */
export const REVIEW_ACTIONS = ["approve", "unapprove", "reset", "reject"] as const
export type ReviewAction = (typeof REVIEW_ACTIONS)[number]

interface Transition<Status> {
  from: readonly Status[]
  to: Status
  /** File in `sql/transitions` that makes it, without its ending. */
  statement: string
}

/** Every way in which a draft task changes its status. */
export const DRAFT_TASK_TRANSITIONS = {
  claim: { from: ["pending", "running"], to: "running", statement: "claim-tasks" },
  complete: { from: ["running"], to: "succeeded", statement: "complete-tasks" },
  fail: { from: ["running"], to: "failed", statement: "fail-attempt" },
  backOff: { from: ["running"], to: "pending", statement: "fail-attempt" },
  giveBack: { from: ["running"], to: "pending", statement: "give-back-task" },
  cancel: { from: ["pending", "running"], to: "cancelled", statement: "cancel-batch" },
  cap: { from: ["pending", "running"], to: "cancelled", statement: "cancel-capped-tasks" },
  stop: { from: ["pending", "running"], to: "failed", statement: "fail-stopped-tasks" },
  exhaust: { from: ["pending", "running"], to: "failed", statement: "fail-exhausted-tasks" },
  retry: { from: ["failed"], to: "pending", statement: "retry-tasks" },
} as const satisfies Record<string, Transition<DraftTaskStatus>>

/** Every way in which a batch changes its status. */
export const DRAFT_BATCH_TRANSITIONS = {
  finish: { from: ["running"], to: "finished", statement: "finish-batch" },
  cancel: { from: ["running"], to: "cancelled", statement: "cancel-batch" },
  retry: { from: ["running", "finished"], to: "running", statement: "retry-tasks" },
} as const satisfies Record<string, Transition<DraftBatchStatus>>

/**
 * How many claims of one task may end without a word (its worker was killed, or frozen past its
 * lease) before the task is failed as `worker_lost`. Crashes are `attempt - error_count`: they cost
 * none of the `maxAttempts` tries at the provider.
 */
export const MAX_LOST_WORKERS = 5

/**
 * How often a provider may ask one task to wait before the task is failed as `rate_limited`. Waiting
 * costs none of the `maxAttempts` tries, so something else must end it.
 */
export const MAX_RATE_LIMITS = 50

/** True when nothing of a batch is left to do. */
export function isTerminal(counts: Pick<Record<DraftTaskStatus, number>, "pending" | "running">) {
  return counts.pending + counts.running === 0
}
