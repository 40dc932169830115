import type { PostgresPoolConfig } from "bullmq"
import { Client } from "pg"
import type { ConnectionSettings } from "../persistence/data-source"
import { LIVELINESS, SteadyClient } from "../persistence/steady-client"
import type { RateLimit } from "./rate-limit"
import { QUEUE_OPTIONS, toLimiter, WORKER_OPTIONS, type Bullmq, type QueueBackend } from "./backend"

/** Connections of each end's pool; the worker has one more that listens. */
const POOL_SIZE = 2
/** Longest that the server may be silent while BullMQ waits for an answer, in ms: its statements are short. */
const ANSWER_WITHIN_MS = 10_000

interface PostgresBackendInput {
  /** BullMQ's queue. */
  name: string
  connection: ConnectionSettings
  /** The schema that holds BullMQ's tables; `medusa db:migrate` makes it. */
  schema: string
  concurrency: number
  rateLimit: RateLimit | undefined
}

/** The connection in the form in which BullMQ makes pools of its own, which it also closes. */
export function toQueueConnection(settings: ConnectionSettings): PostgresPoolConfig {
  const { connectionString, ssl, password } = settings
  const config: PostgresPoolConfig = {
    connectionString,
    max: POOL_SIZE,
    Client: SteadyClient,
    ...LIVELINESS,
    // As the plugin's other connections have it: an operator sees whose they are.
    application_name: "medusa-plugin-playground:queue",
  }
  if (ssl !== undefined) config.ssl = ssl
  return password ? withPasswordFunction(config, password) : config
}

/**
 * `pg` takes a URL's password ahead of any other, even where the URL has none: so the URL is taken
 * apart. And BullMQ types the password as a string, but hands it to `pg`, which also takes a function.
 */
function withPasswordFunction(
  { connectionString, ...config }: PostgresPoolConfig,
  password: NonNullable<ConnectionSettings["password"]>
): PostgresPoolConfig {
  const { host, port, user, database, ssl } = new Client({ connectionString })
  const parts: PostgresPoolConfig = { ssl, ...config, host, port, user, database }
  Reflect.set(parts, "password", password)
  return parts
}

/**
 * BullMQ's own factory, with a listening client that outlives a cut. BullMQ adds its listener only
 * after `connect()` has answered; a connection that is cut in the same breath, as in a failover, would
 * end the host's process. There is no option for it: the pool's `Client` is not used for that one.
 */
const steadyPostgres =
  (bullmq: Bullmq): Bullmq["createPostgresBackend"] =>
  (...args) => {
    const backend = bullmq.createPostgresBackend(...args)
    const connection: unknown = Reflect.get(backend, "connection")
    if (typeof connection === "object" && connection !== null && "pgModule" in connection) {
      connection.pgModule = { Client: SteadyClient }
    }
    return backend
  }

/** BullMQ on the host's own Postgres, for hosts without Redis. */
export function createPostgresBackend(input: PostgresBackendInput): QueueBackend {
  const connection = {
    ...toQueueConnection(input.connection),
    schema: input.schema,
    answerWithinMs: ANSWER_WITHIN_MS,
  }
  return {
    name: "postgres",
    createQueue: (bullmq) =>
      new bullmq.Queue(input.name, { ...QUEUE_OPTIONS, connection }, steadyPostgres(bullmq)),
    createWorker: (bullmq, processor) =>
      new bullmq.Worker(
        input.name,
        processor,
        {
          ...WORKER_OPTIONS,
          connection,
          concurrency: input.concurrency,
          limiter: toLimiter(input.rateLimit),
        },
        steadyPostgres(bullmq)
      ),
    // Each command opens its connection or fails at once; there is nothing to wait for.
    ready: () => Promise.resolve(),
    isReachable: () => true,
    disconnect: () => {},
  }
}
