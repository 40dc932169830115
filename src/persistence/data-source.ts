import type { Logger } from "@medusajs/framework/types"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import type { DataSource, EntitySchema, MigrationInterface } from "typeorm"
import { LIVELINESS, SteadyClient } from "./steady-client"

/** What the host passes to a module's loader and migration runner, beside the plugin's own options. */
export type HostOptions = Parameters<typeof ModulesSdkUtils.loadDatabaseConfig>[1]

/** One module's share of the database: its entities and its migrations. */
export interface ModuleSchema {
  /** The module's key; also names its connections in `pg_stat_activity`. */
  module: string
  entities: (new () => object)[] | EntitySchema[]
  /** In the order in which they run. */
  migrations: (new () => MigrationInterface)[]
  /** TypeORM's bookkeeping table, one per module. */
  migrationsTableName: string
}

interface DataSourceInput {
  schema: ModuleSchema
  options: HostOptions
  /** Most connections the pool opens; it opens them on demand and drops idle ones after 10 s. */
  poolSize: number
  /**
   * Longest that a statement may take, in ms: Postgres stops it after four fifths of that, and after
   * all of it the connection is taken for lost.
   * @default undefined: as long as it takes, as migrations must be allowed to
   */
  statementLimitMs?: number
  logger?: Pick<Logger, "warn">
}

/** Leaves the server time to say that it stopped a statement, before its silence counts. */
const SERVERS_SHARE = 0.8

/** The connection settings of the host, as `pg` takes them. */
export interface ConnectionSettings {
  connectionString: string
  schema: string
  ssl: boolean | object | undefined
  /** Asked anew for each connection, where the host uses short-lived passwords. */
  password: (() => string | Promise<string>) | undefined
}

/** Reads the host's database settings the way the host's own modules do. */
export function resolveConnection(module: string, options: HostOptions): ConnectionSettings {
  const config = ModulesSdkUtils.loadDatabaseConfig(module, options)
  const connection = config.driverOptions?.connection ?? {}
  const ssl: unknown = Reflect.get(connection, "ssl")
  return {
    connectionString: config.clientUrl ?? "",
    schema: config.schema || "public",
    ssl: typeof ssl === "boolean" || (typeof ssl === "object" && ssl !== null) ? ssl : undefined,
    password: config.driverOptions?.dynamicPassword,
  }
}

/**
 * A TypeORM data source on the host's database with a small pool of its own, so that a busy worker
 * never takes the connections that the host's requests need. Not yet initialised.
 */
export async function createDataSource({
  schema,
  options,
  poolSize,
  statementLimitMs,
  logger,
}: DataSourceInput): Promise<DataSource> {
  // It brings the drivers of nine databases along: loaded by whoever connects, not at every boot.
  const { DataSource: LoadedDataSource } = await import("typeorm")
  const connection = resolveConnection(schema.module, options)
  return new LoadedDataSource({
    type: "postgres",
    ...toAddress(connection),
    schema: connection.schema,
    ssl: connection.ssl,
    poolSize,
    connectTimeoutMS: Math.min(
      LIVELINESS.connectionTimeoutMillis,
      statementLimitMs ?? LIVELINESS.connectionTimeoutMillis
    ),
    applicationName: `medusa-plugin-playground:${schema.module}`,
    installExtensions: false,
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: schema.migrationsTableName,
    // TypeORM would print statements with their parameters: prompts and lead data.
    logging: false,
    poolErrorHandler: (error: Error) =>
      logger?.warn(`${schema.module}: an idle database connection was lost: ${error.message}`),
    extra: {
      Client: SteadyClient,
      keepAlive: LIVELINESS.keepAlive,
      keepAliveInitialDelayMillis: LIVELINESS.keepAliveInitialDelayMillis,
      answerWithinMs: statementLimitMs,
      statement_timeout: statementLimitMs && Math.ceil(statementLimitMs * SERVERS_SHARE),
      // Plain SQL names tables without a schema.
      options: `-c search_path="${connection.schema}"`,
    },
  })
}

/** `pg` takes a URL's password ahead of any other, even where it has none: so the URL is taken apart. */
function toAddress({ connectionString, password }: ConnectionSettings) {
  if (!password) return { url: connectionString }
  const { hostname, port, username, pathname } = new URL(connectionString)
  return {
    host: decodeURIComponent(hostname),
    ...(port && { port: Number(port) }),
    username: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
    password: async () => password(),
  }
}
