import { randomBytes } from "node:crypto"
import type { PlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import { queueMigrations } from "../../../src/modules/playground/queue/queue-migrations"
import { hostOptions, onPostgres, SERVER_URL } from "./queue-lab"

const database = `queue_migrations_${process.pid}`
const url = new URL(SERVER_URL)
url.pathname = `/${database}`
const databaseUrl = url.href

const migrate = (options: PlaygroundOptions) =>
  queueMigrations.migrate(hostOptions(databaseUrl, options))
const drop = (options: PlaygroundOptions) => queueMigrations.drop(hostOptions(databaseUrl, options))

async function tablesOf(schema: string): Promise<number> {
  const [row] = await onPostgres(
    databaseUrl,
    `select count(*)::int as count from information_schema.tables where table_schema = $1`,
    [schema]
  )
  return Number(row?.count)
}

const freshName = () => `queue_${randomBytes(4).toString("hex")}`

beforeAll(async () => {
  await onPostgres(SERVER_URL, `create database ${database}`)
  await onPostgres(databaseUrl, `create table public.shop_order (id int)`)
})
afterAll(async () => {
  await onPostgres(SERVER_URL, `drop database if exists ${database} with (force)`)
})

describe("the queue's tables", () => {
  it("are made, kept by a second migration, and dropped, twice without complaint", async () => {
    const queuePrefix = freshName()
    await migrate({ queuePrefix })
    const made = await tablesOf(queuePrefix)
    expect(made).toBeGreaterThan(5)
    await migrate({ queuePrefix })
    expect(await tablesOf(queuePrefix)).toBe(made)
    await drop({ queuePrefix })
    await drop({ queuePrefix })
    expect(await tablesOf(queuePrefix)).toBe(0)
  })

  it("are not made where the queue is on Redis", async () => {
    const queuePrefix = freshName()
    await migrate({ queuePrefix, redisUrl: "redis://localhost:6379" })
    expect(await tablesOf(queuePrefix)).toBe(0)
  })

  it("are dropped by a host that has moved to Redis since", async () => {
    const queuePrefix = freshName()
    await migrate({ queuePrefix })
    await drop({ queuePrefix, redisUrl: "redis://localhost:6379" })
    expect(await tablesOf(queuePrefix)).toBe(0)
  })

  it("are made in an empty schema that an administrator prepared", async () => {
    const queuePrefix = freshName()
    await onPostgres(databaseUrl, `create schema ${queuePrefix}`)
    await migrate({ queuePrefix })
    expect(await tablesOf(queuePrefix)).toBeGreaterThan(5)
  })

  it("are never made beside somebody else's, and the refusal names the option", async () => {
    await expect(migrate({ queuePrefix: "public" })).rejects.toThrow(
      /option "queuePrefix": the schema "public" holds something else\..*another name/
    )
    expect(await tablesOf("public")).toBe(1)
  })

  it.each([undefined, "redis://localhost:6379"])(
    "are all that a revert drops: the host's own schema stays (redisUrl %s)",
    async (redisUrl) => {
      await drop({ queuePrefix: "public", redisUrl })
      expect(await tablesOf("public")).toBe(1)
    }
  )
})
