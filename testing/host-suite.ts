import { randomBytes } from "node:crypto"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { QueryResultRow } from "pg"
import type request from "supertest"
import type { PlaygroundOptions } from "../src/modules/playground/options/playground-options"
import {
  bearer,
  createAdmin,
  createApiKey,
  signToken,
  type Admin,
  type BearerHeaders,
  type TokenClaims,
} from "./admins"
import { HttpContract, type Exchange } from "./contract/http-contract"
import { watchedRequest } from "./contract/watched-request"
import { queryDatabase, waitUntilQuiet } from "./database"
import { createHostDatabase } from "./host-template"
import { removeRedisKeys } from "./redis-keys"

/** The running host of a suite. Its members work inside tests and hooks, not while tests are defined. */
export interface Host {
  /** Where it listens, `http://localhost:<port>`. */
  baseUrl(): string
  /** Supertest on the running host. What it sends and is answered must be as `docs/openapi.json` says. */
  request(): ReturnType<typeof request>
  /** Holds an exchange of another client than `request()` against the same document. */
  watch(exchange: Exchange): void
  container(): MedusaContainer
  databaseUrl(): string
  /** Raw SQL on the suite's database, parameters as `$1`. */
  query<Row extends QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>
  /** Bearer headers of a signed token. Free; nobody by that id need exist. */
  adminHeaders(claims?: TokenClaims): BearerHeaders
  /** A token as the host signs them, or a wrong one. */
  signToken(claims?: TokenClaims): string
  /** A real user, registered and logged in over HTTP. Gone after the test, as every row. */
  createAdmin(email?: string): Promise<Admin>
  /** A real secret API key. Gone after the test. */
  createApiKey(): Promise<string>
  /** The Redis of a suite with `queue: "redis"`. */
  redisUrl(): string
  /** Prefix of this suite's queue, its own alone. */
  readonly queuePrefix: string
  /** This test means to end with pending or running draft tasks: do not wait for the worker. */
  leaveWorkUnfinished(): void
}

interface HostSuiteOptions {
  /** The plugin's options; they travel as JSON, so a generator is named by its path. */
  playground?: PlaygroundOptions
  /** What carries the tasks. Postgres needs nothing and is the plugin's default. @default "postgres" */
  queue?: "redis" | "postgres"
  /** More variables for `medusa-config.ts`. */
  env?: Record<string, string>
}

const REPOSITORY = path.resolve(__dirname, "..")
const QUIET_WITHIN_MS = 60_000

let suitesInThisFile = 0

/**
 * Tests against a real host with the plugin, on a database of its own. Booting costs about ten
 * seconds, so put every `describe` that can share the options into one suite. Between tests the
 * database goes back to what it was after the suite's `beforeAll` hooks, in 0.1 s or more.
 *
 * One suite per file: the host's configuration and container are read once per file.
 */
export function hostSuite(
  title: string,
  { playground = {}, queue = "postgres", env = {} }: HostSuiteOptions,
  defineTests: (host: Host) => void
): void {
  if (++suitesInThisFile > 1) {
    throw new Error(
      `hostSuite("${title}"): only one per file; the second would get the first's host`
    )
  }
  const dbName = `host_${randomBytes(6).toString("hex")}`
  const queuePrefix = `test_${randomBytes(6).toString("hex")}`
  const redisUrl = () => {
    const url = process.env.REDIS_URL
    if (url) return url
    throw new Error("REDIS_URL is not set: run the tests with `npm test`, or point it at a Redis")
  }

  // Not the runner's own `env`: it reads the configuration before it applies that. Jest gives each
  // file an environment of its own, so nothing has to be put back.
  Object.assign(process.env, {
    PLAYGROUND_OPTIONS: JSON.stringify({ queuePrefix, ...playground }),
    PLAYGROUND_REDIS_URL: queue === "redis" ? redisUrl() : "",
    ...env,
  })

  describe(title, () => {
    medusaIntegrationTestRunner({
      cwd: REPOSITORY,
      medusaConfigFile: REPOSITORY,
      dbName,
      hooks: { beforeServerStart: () => createHostDatabase(dbName) },
      testSuite: ({ api, getContainer, dbConfig }) => {
        let waitForWorker = true
        const contract = new HttpContract()
        /** A set: thousands of requests may have the same said of them. */
        const problems = new Set<string>()
        const baseUrl = () => String(api.defaults.baseURL)
        const watch = (exchange: Exchange) => {
          for (const problem of contract.problems(exchange)) problems.add(problem)
        }
        const host: Host = {
          queuePrefix,
          redisUrl,
          baseUrl,
          request: () => watchedRequest(baseUrl(), watch),
          watch,
          container: getContainer,
          databaseUrl: () => dbConfig.clientUrl,
          query: (sql, params) => queryDatabase(dbConfig.clientUrl, sql, params),
          adminHeaders: (claims) => bearer(signToken(getContainer(), claims)),
          signToken: (claims) => signToken(getContainer(), claims),
          createAdmin: (email = `${randomBytes(4).toString("hex")}@example.com`) =>
            createAdmin(getContainer(), baseUrl(), email),
          createApiKey: () => createApiKey(getContainer()),
          leaveWorkUnfinished: () => {
            waitForWorker = false
          },
        }

        // The first test's database is copied, and a worker that is just connecting would be in the way.
        beforeAll(() => waitUntilQuiet(dbConfig.clientUrl, QUIET_WITHIN_MS))
        afterEach(async () => {
          // The database is replaced before the next test: work in flight would fail there. A host
          // that did not boot has no container and no work.
          if (waitForWorker && getContainer())
            await waitUntilQuiet(dbConfig.clientUrl, QUIET_WITHIN_MS)
          waitForWorker = true
        })
        afterEach(() => {
          const found = [...problems]
          problems.clear()
          expect(found).toEqual([])
        })
        afterAll(async () => {
          if (queue === "redis") await removeRedisKeys(redisUrl(), queuePrefix)
        })
        defineTests(host)
      },
    })
  })
}
