import { Client } from "pg"
import { createService } from "../../testing/lab/create-service"
import { eventually } from "../../testing/eventually"
import { batchInput } from "../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../testing/ledger-database"
import type PlaygroundModuleService from "../../src/modules/playground/service"
import type { TaskRef } from "../../src/queue/draft-queue"
import type { PlaygroundOptions } from "../../src/modules/playground/options/playground-options"
import type { Services } from "./bench"

const BATCH_SIZE = 200
const WITHIN_MS = 60_000

/** A committed batch whose tasks have not been enqueued. */
export interface ReadyBatch {
  id: string
  campaign_id: string
  tasks: TaskRef[]
  is_instant: boolean
}

export interface OurWorkerInput {
  backend: "redis" | "postgres"
  /** `server`: only commits and enqueues; the drafts are written by other processes. @default "worker" */
  mode?: "worker" | "server"
  options?: PlaygroundOptions
  /** What a call takes; workers elsewhere must take as long. See `QuickGenerator`. @default 0, at once */
  quickDelayMs?: number
}

/** The playground module without its host, on a database of its own. */
export class OurWorker {
  private constructor(
    readonly database: LedgerDatabase,
    readonly service: PlaygroundModuleService,
    readonly options: PlaygroundOptions,
    /** On a connection of its own, so that waiting is not counted as work. */
    readonly observer: Client
  ) {}

  static async open(
    { postgresUrl, redisUrl }: Services,
    name: string,
    { backend, mode = "worker", options, quickDelayMs = 0 }: OurWorkerInput
  ): Promise<OurWorker> {
    const all: PlaygroundOptions = {
      generator: "quick",
      queuePrefix: name,
      ...(backend === "redis" && { redisUrl }),
      ...options,
    }
    const database = await createLedgerDatabase(name, { options: all, serverUrl: postgresUrl })
    const observer = new Client({ connectionString: database.url })
    await observer.connect()
    const service = createService({
      databaseUrl: database.url,
      deskUrl: "",
      name,
      mode,
      options: all,
      quickDelayMs,
    })
    await service.__hooks.onApplicationStart()
    return new OurWorker(database, service, all, observer)
  }

  /** Commits so many draft tasks, in batches of 200, without enqueueing them. */
  async prepare(drafts: number): Promise<ReadyBatch[]> {
    const batches: ReadyBatch[] = []
    for (let left = drafts; left > 0; left -= BATCH_SIZE) {
      const input = batchInput(Math.min(left, BATCH_SIZE))
      const created = await this.service.createDraftBatch({
        campaign: input.campaign_snapshot,
        step: input.step_snapshot,
        prompt: input.prompt,
        tasks: input.tasks,
        requested_by: input.requested_by,
        idempotency: null,
      })
      if (created.outcome !== "created") throw new Error("the batch was not created")
      const { tasks, batch, is_instant } = created
      batches.push({ id: batch.batch_id, campaign_id: input.campaign_id, tasks, is_instant })
    }
    return batches
  }

  /** Enqueues the batches and waits until each is finished in the database. */
  async finish(batches: readonly ReadyBatch[]): Promise<void> {
    for (const { tasks, is_instant } of batches) this.service.enqueueTasks(tasks, { is_instant })
    await this.untilFinished(batches)
  }

  async untilFinished(batches: readonly ReadyBatch[]): Promise<void> {
    const ids = batches.map((batch) => batch.id)
    const areFinished = async () => {
      const { rows } = await this.observer.query<{ left: number }>(
        `select count(*)::integer as left from playground_draft_batch
          where id = any ($1::uuid[]) and status = 'running'`,
        [ids]
      )
      return rows[0]?.left === 0
    }
    await eventually(areFinished, { withinMs: WITHIN_MS, because: "drafts", everyMs: 5 })
  }

  /** Has every draft of the batch judged and waits until it is. */
  async judge({ campaign_id, id }: ReadyBatch): Promise<void> {
    await this.service.verdict.judging.request(campaign_id, id)
    const isJudged = async () => {
      const { rows } = await this.observer.query<{ left: number }>(
        `select count(*)::integer as left from playground_judging_task
          where batch_id = $1 and status <> 'judged'`,
        [id]
      )
      return rows[0]?.left === 0
    }
    await eventually(isJudged, { withinMs: WITHIN_MS, because: "judgements", everyMs: 5 })
  }

  async close(): Promise<void> {
    await this.service.__hooks.onApplicationPrepareShutdown()
    await this.service.__hooks.onApplicationShutdown()
    await this.observer.end()
    await this.database.drop()
  }
}
