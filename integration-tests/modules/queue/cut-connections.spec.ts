import { createDraftQueue } from "../../../src/queue/create-draft-queue"
import { queueMigrations } from "../../../src/modules/playground/queue/queue-migrations"
import { eventually } from "../../../testing/eventually"
import { FaultyProxy } from "../../../testing/faulty-proxy"
import { task, connectionTo, hostOptions, onPostgres, SERVER_URL } from "./queue-lab"

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
  it("ends no process, and takes again once they are left alone", async () => {
    const queue = createDraftQueue({
      redisUrl: undefined,
      prefix: SCHEMA,
      connection: connectionTo(proxy.url),
      concurrency: 2,
      logger: { warn: () => {} },
    })
    try {
      let delivered = 0
      queue.listen(async () => {
        delivered += 1
      })
      const enqueue = () => queue.enqueue([task()]).then(() => true)
      const isDelivered = (count: number) => () => delivered === count
      await enqueue()
      await eventually(isDelivered(1), { withinMs: WITHIN_MS, because: "the worker listens" })

      proxy.isCutting = true
      proxy.cutAll()
      await eventually(() => proxy.cut >= 5, { withinMs: WITHIN_MS, because: "it reconnects" })
      proxy.isCutting = false

      await eventually(() => enqueue().catch(() => false), {
        withinMs: WITHIN_MS,
        because: "the queue is reachable again",
      })
      await eventually(isDelivered(2), { withinMs: WITHIN_MS, because: "the worker listens again" })
    } finally {
      await queue.close(100)
    }
  }, 120_000)
})
