import { resolveConnection } from "../../../src/persistence/data-source"
import { SignalListener } from "../../../src/modules/playground/signals/signal-listener"
import { queryDatabase } from "../../../testing/database"
import { eventually } from "../../../testing/eventually"
import { FaultyProxy } from "../../../testing/faulty-proxy"
import { createDatabase } from "../../../testing/fresh-database"

describe("the listening connection", () => {
  it("is one at most, however often a replica refuses to listen, and listens once it may", async () => {
    const database = await createDatabase("signal_listener")
    const proxy = await FaultyProxy.open(database.url)
    const connections = async () => {
      const [row] = await queryDatabase<{ count: number }>(
        database.url,
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and application_name like '%:signals'`
      )
      return row?.count ?? 0
    }
    let heard = 0
    const listener = new SignalListener({
      connection: resolveConnection("test", { database: { clientUrl: proxy.url } }),
      onSignal: () => (heard += 1),
      onReconnect: () => {},
      logger: { warn: () => {} },
    })
    try {
      proxy.isReplica = true
      listener.open()
      await eventually(() => proxy.opened >= 4, { withinMs: 20_000, because: "it tries again" })
      await eventually(async () => (await connections()) <= 1, {
        withinMs: 2_000,
        because: "what could not listen is closed",
      })
      proxy.isReplica = false
      const signal = JSON.stringify({
        type: "progress",
        batch_id: "00000000-0000-4000-8000-000000000001",
      })
      const isHeard = async () => {
        await queryDatabase(database.url, `select pg_notify('playground_signal', $1)`, [signal])
        return heard > 0
      }
      await eventually(isHeard, { withinMs: 20_000, because: "it listens" })
      expect(await connections()).toBe(1)
    } finally {
      await listener.close()
      await proxy.close()
      await database.drop()
    }
  }, 60_000)
})
