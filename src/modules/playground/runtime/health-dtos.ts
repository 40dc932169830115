interface QueueHealthDTO {
  backend: "redis" | "postgres"
  is_reachable: boolean
  /** Jobs that wait, are delayed or are being done; null when it cannot be reached. */
  depth: number | null
}

interface TasksHealthDTO {
  pending: number
  running: number
  /** Running, but past their lease: their worker is gone, and the reconciler has not been yet. */
  expired: number
  /** How long the task that waits longest has been due, in seconds; null when none waits. */
  oldest_pending_seconds: number | null
}

/** How the playground does, for operators: `GET /api/v1/playground/health`. */
export interface PlaygroundHealthDTO {
  /** `degraded`: it works, but something wants a look; `reasons` says what. */
  status: "ok" | "degraded"
  /** A sentence for each thing that is wrong, and what to do. Empty when all is well. */
  reasons: string[]
  queue: QueueHealthDTO
  tasks: TasksHealthDTO
  batches: { running: number }
  /** The judge's queue and the tasks of its present version; null: the host has no judge. */
  judging: { queue: QueueHealthDTO; tasks: TasksHealthDTO } | null
  /** Of the process that answers. */
  process: {
    /** Only `worker` and `shared` draft. */
    worker_mode: "server" | "worker" | "shared"
    /** When it last ran the reconciler to its end; null when it has not, as in `server` mode. */
    last_reconciled_at: string | null
  }
}
