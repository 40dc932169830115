import { fork } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import path from "node:path"
import type PlaygroundModuleService from "../../src/modules/playground/service"
import type { PlaygroundOptions } from "../../src/modules/playground/options/playground-options"
import { createDraftQueue } from "../../src/queue/create-draft-queue"
import type { TaskRef, DraftQueue } from "../../src/queue/draft-queue"
import { resolveConnection } from "../../src/persistence/data-source"
import { queryRows } from "../../src/persistence/db"
import { eventually } from "../eventually"
import { createLedgerDatabase, type LedgerDatabase } from "../ledger-database"
import { batchInput } from "../ledger-batch"
import { removeRedisKeys } from "../redis-keys"
import { createService } from "./create-service"
import { ModelDesk } from "./model-desk"
import { watchWrites } from "./watch-writes"
import { WorkerProcess } from "./worker-process"

export type Backend = "redis" | "postgres"
export const BACKENDS: Backend[] = ["redis", "postgres"]

/** Short, so that a fault is over soon; the ratios between them are those of the defaults. */
export const LAB_OPTIONS = {
  leaseMs: 2_000,
  reconcileIntervalMs: 1_000,
  backoffMs: 50,
  shutdownTimeoutMs: 5_000,
  concurrency: 8,
} satisfies PlaygroundOptions

interface TaskState {
  id: string
  email: string
  status: string
  attempt: number
  error_count: number
  error_code: string | null
  body: string | null
  flags: { code: string }[]
}

interface FaultLabInput {
  backend: Backend
  options?: PlaygroundOptions
  /** A Redis of the test's own, to kill. @default the run's */
  redisUrl?: string
  /** A Postgres of the test's own, to kill: the URL of its maintenance database. */
  postgresUrl?: string
  /** See `QuickGenerator`. */
  quickDelayMs?: number
}

/** A database, a queue, a model desk and as many worker processes as a fault needs. */
export class FaultLab {
  private readonly workers_: WorkerProcess[] = []
  private queue_: DraftQueue | null = null

  private constructor(
    readonly database: LedgerDatabase,
    readonly desk: ModelDesk,
    /** The module in `server` mode: what the API's process does. */
    readonly api: PlaygroundModuleService,
    private readonly input_: Parameters<typeof createService>[0],
    private readonly close_: () => Promise<void>
  ) {}

  static async open(lab: FaultLabInput): Promise<FaultLab> {
    const { backend, options, redisUrl, postgresUrl, quickDelayMs } = lab
    const prefix = `lab_${randomBytes(5).toString("hex")}`
    const redis = redisUrl ?? process.env.REDIS_URL
    const all: PlaygroundOptions = {
      ...LAB_OPTIONS,
      ...options,
      queuePrefix: prefix,
      ...(backend === "redis" && { redisUrl: redis }),
    }
    const database = await createLedgerDatabase(prefix, { options: all, serverUrl: postgresUrl })
    await watchWrites(database.dataSource)
    const desk = new ModelDesk()
    const deskUrl = await desk.open()
    const input = { databaseUrl: database.url, deskUrl, name: "api", quickDelayMs, options: all }
    const api = createService({ ...input, mode: "server" })
    await api.__hooks.onApplicationStart()
    return new FaultLab(database, desk, api, { ...input, mode: "worker" }, async () => {
      await api.__hooks.onApplicationPrepareShutdown()
      await api.__hooks.onApplicationShutdown()
      await desk.close()
      await database.drop()
      if (backend === "redis" && redis && !redisUrl) await removeRedisKeys(redis, prefix)
    })
  }

  /**
   * @param env for the process: libfaketime's variables, for one
   * @param databaseUrl another way to the lab's database: through a proxy, for one
   */
  async startWorker(
    name: string,
    {
      options,
      env,
      databaseUrl = this.input_.databaseUrl,
    }: { options?: PlaygroundOptions; env?: NodeJS.ProcessEnv; databaseUrl?: string } = {}
  ): Promise<WorkerProcess> {
    const worker = await WorkerProcess.start(
      { ...this.input_, name, databaseUrl, options: { ...this.input_.options, ...options } },
      env
    )
    this.workers_.push(worker)
    return worker
  }

  /** Has an API process commit a batch and be killed before it enqueues; answers the batch's id. */
  async generateAndDie(leads: number): Promise<string> {
    const child = fork(path.join(__dirname, "dying-api-main.ts"), {
      execArgv: ["-r", "ts-node/register/transpile-only"],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        FAULT_LAB_INPUT: JSON.stringify({ ...this.input_, mode: "server", leads }),
      },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    const ended = once(child, "exit")
    const [message] = (await once(child, "message")) as [{ batch_id: string }]
    const [, signal] = (await ended) as [number | null, string | null]
    if (signal !== "SIGKILL") throw new Error(`the API process ended by ${String(signal)}`)
    return message.batch_id
  }

  /**
   * Commits a batch and enqueues it, as the API does.
   *
   * @param isInstant else as the generator is
   * @param input the same twice makes two batches of the same leads
   */
  async generate(
    size: number,
    {
      isEnqueued = true,
      isInstant,
      input = batchInput(size),
    }: { isEnqueued?: boolean; isInstant?: boolean; input?: ReturnType<typeof batchInput> } = {}
  ): Promise<{ id: string; campaign_id: string }> {
    const created = await this.api.createDraftBatch({
      campaign: input.campaign_snapshot,
      step: input.step_snapshot,
      prompt: input.prompt,
      tasks: input.tasks,
      requested_by: input.requested_by,
      idempotency: null,
    })
    if (created.outcome !== "created") throw new Error("the batch was not created")
    const is_instant = isInstant ?? created.is_instant
    if (isEnqueued) this.api.enqueueTasks(created.tasks, { is_instant })
    return { id: created.batch.batch_id, campaign_id: input.campaign_id }
  }

  /** Gives the failed tasks a fresh start and enqueues them, as the API does. */
  async retry({ id, campaign_id }: { id: string; campaign_id: string }): Promise<void> {
    const { tasks } = await this.api.retryDraftBatch(campaign_id, id, null)
    this.api.enqueueTasks(tasks, { is_instant: false })
  }

  /** Until when the batch says that it waits, in ms since 1970; 0: it does not. */
  async waitingUntil({ id, campaign_id }: { id: string; campaign_id: string }): Promise<number> {
    const { waiting_until } = await this.api.retrieveBatchStatus(campaign_id, id)
    return waiting_until?.getTime() ?? 0
  }

  /** Lets time pass for the batch's tasks. */
  async age(batchId: string, ms: number): Promise<void> {
    await this.database.dataSource.query(
      `update playground_draft_task
          set next_run_at = next_run_at - $2 * interval '1 millisecond',
              enqueued_at = enqueued_at - $2 * interval '1 millisecond'
        where batch_id = $1`,
      [batchId, ms]
    )
  }

  async tasks(batchId: string): Promise<TaskState[]> {
    return queryRows<TaskState>(
      this.database.dataSource,
      `select id, lead_snapshot ->> 'email' as email, status, attempt, error_count, error_code, body, flags
         from playground_draft where batch_id = $1 order by position`,
      [batchId]
    )
  }

  /** Enqueues, and waits until the queue has taken the tasks. */
  async enqueue(tasks: TaskRef[]): Promise<void> {
    await this.openQueue_().enqueue(tasks)
  }

  /** Jobs that wait or are being worked on. */
  async queueDepth(): Promise<number> {
    return this.openQueue_().depth()
  }

  async countSucceeded(batchId: string): Promise<number> {
    const [row] = await queryRows<{ count: number }>(
      this.database.dataSource,
      `select count(*)::integer as count from playground_draft_task
        where batch_id = $1 and status = 'succeeded'`,
      [batchId]
    )
    return row?.count ?? 0
  }

  async batchStatus(batchId: string): Promise<string | undefined> {
    const [batch] = await queryRows<{ status: string }>(
      this.database.dataSource,
      `select status from playground_draft_batch where id = $1`,
      [batchId]
    )
    return batch?.status
  }

  /** Waits until the batch has come to its end, and answers its tasks. */
  async finished(batchId: string, withinMs = 20_000): Promise<TaskState[]> {
    await eventually(async () => (await this.batchStatus(batchId)) === "finished", {
      withinMs,
      because: `batch ${batchId} finishes`,
      everyMs: 25,
    })
    return this.tasks(batchId)
  }

  /** Waits until so many calls of the generator are in flight. */
  async callsInFlight(count: number, withinMs = 15_000): Promise<void> {
    await eventually(() => this.desk.pending.size >= count, {
      withinMs,
      because: `${count} calls are in flight`,
      everyMs: 10,
    })
  }

  /** Texts of drafts written more than once, or changed afterwards. Must be empty, always. */
  async writtenTwice(): Promise<string[]> {
    const rows = await queryRows<{ task_id: string }>(
      this.database.dataSource,
      `select task_id from lab_draft_write group by task_id having count(*) > 1`
    )
    return rows.map((row) => row.task_id)
  }

  private openQueue_(): DraftQueue {
    const { redisUrl, queuePrefix = "" } = this.input_.options
    this.queue_ ??= createDraftQueue({
      redisUrl,
      prefix: queuePrefix,
      connection: resolveConnection("lab", { database: { clientUrl: this.database.url } }),
      concurrency: 1,
      logger: console,
    })
    return this.queue_
  }

  async close(): Promise<void> {
    for (const worker of this.workers_) await worker.kill()
    await this.queue_?.close(0)
    await this.close_()
  }
}

/** Opens a lab, runs the test in it and closes it whatever happens. */
export async function inLab(input: FaultLabInput, test: (lab: FaultLab) => Promise<void>) {
  const lab = await FaultLab.open(input)
  try {
    await test(lab)
  } finally {
    await lab.close()
  }
}
