import {
  createPostgresBackend as bullmqPostgres,
  Queue,
  Worker,
  type PostgresPoolConfig,
} from "bullmq"
import type { ConnectionSettings } from "../../../persistence/data-source"
import { JOB_OPTIONS, LIMITER, QUEUE_NAME, type QueueBackend } from "./backend"

/** Connections of each end's pool; the worker has one more that listens. */
const POOL_SIZE = 2

interface PostgresBackendInput {
  connection: ConnectionSettings
  /** The schema that holds BullMQ's tables; `medusa db:migrate` makes it. */
  schema: string
  concurrency: number
}

/** The connection in the form in which BullMQ makes pools of its own, which it also closes. */
export function toQueueConnection(settings: ConnectionSettings): PostgresPoolConfig {
  const { connectionString, ssl, password } = settings
  const config: PostgresPoolConfig = { connectionString, max: POOL_SIZE }
  if (ssl !== undefined) config.ssl = ssl
  // BullMQ types a string only, but hands it to pg, which also takes a function.
  if (password) Reflect.set(config, "password", password)
  return config
}

/** BullMQ on the host's own Postgres, for hosts without Redis. */
export function createPostgresBackend(input: PostgresBackendInput): QueueBackend {
  const connection = { ...toQueueConnection(input.connection), schema: input.schema }
  return {
    name: "postgres",
    createQueue: () =>
      new Queue(QUEUE_NAME, { connection, defaultJobOptions: JOB_OPTIONS }, bullmqPostgres),
    createWorker: (processor) =>
      new Worker(
        QUEUE_NAME,
        processor,
        { connection, autorun: false, concurrency: input.concurrency, limiter: LIMITER },
        bullmqPostgres
      ),
    // Each command opens its connection or fails at once; there is nothing to wait for.
    ready: () => Promise.resolve(),
    isReachable: () => true,
    disconnect: () => {},
  }
}
