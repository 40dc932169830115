import { createDraftQueue } from "../../../src/queue/create-draft-queue"
import { queueMigrations } from "../../../src/modules/playground/queue/queue-migrations"
import { eventually } from "../../../testing/eventually"
import { FaultyProxy } from "../../../testing/faulty-proxy"
import { bell, connectionTo, hostOptions, onPostgres, SERVER_URL } from "./queue-lab"

const SCHEMA = "queue_cut_connections"
const WITHIN_MS = 30_000

describe("a queue on postgres whose connections are cut as they become ready", () => {
  let proxy: FaultyProxy
  beforeAll(async () => {
    await queueMigrations.migrate(hostOptions(SERVER_URL, { queuePrefix: SCHEMA }))
    proxy = await FaultyProxy.open(SERVER_URL)
  })
  afterAll(async () => {
    await proxy.close()
    await onPostgres(SERVER_URL, `drop schema ${SCHEMA} cascade`)
  })

  // A client without a listener ends the process, and here the test.
  it("ends no process, and hears again once they are left alone", async () => {
    const queue = createDraftQueue({
      redisUrl: undefined,
      prefix: SCHEMA,
      connection: connectionTo(proxy.url),
      concurrency: 2,
      logger: { warn: () => {} },
    })
    try {
      let heard = 0
      queue.listen(async () => {
        heard += 1
      })
      const ring = () => queue.ring([bell()]).then(() => true)
      const isHeard = (count: number) => () => heard === count
      await ring()
      await eventually(isHeard(1), { withinMs: WITHIN_MS, because: "the worker listens" })

      proxy.isCutting = true
      proxy.cutAll()
      await eventually(() => proxy.cut >= 5, { withinMs: WITHIN_MS, because: "it reconnects" })
      proxy.isCutting = false

      await eventually(() => ring().catch(() => false), {
        withinMs: WITHIN_MS,
        because: "the queue is reachable again",
      })
      await eventually(isHeard(2), { withinMs: WITHIN_MS, because: "the worker listens again" })
    } finally {
      await queue.close(100)
    }
  }, 120_000)
})
