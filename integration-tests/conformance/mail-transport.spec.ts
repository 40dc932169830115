import { queryRows } from "../../src/persistence/db"
import { LazyMailOutbox } from "../../src/modules/delivery/outbox/mail-outbox"
import { OutboxTransport } from "../../src/providers/outbox/service"
import { ConnectionPool } from "../../src/providers/smtp/connection-pool"
import { parseSmtpOptions } from "../../src/providers/smtp/options"
import { SmtpTransport } from "../../src/providers/smtp/service"
import { createDeliveryDatabase, type DeliveryDatabase } from "../../testing/delivery-database"
import { SmtpProcess } from "../../testing/mail/smtp-process"
import type { SmtpBehaviour } from "../../testing/mail/smtp-main"
import { outcomeOf, outgoingMail, runMailTransportConformance } from "./mail-transport"

let database: DeliveryDatabase
runMailTransportConformance(
  "outbox",
  async () => {
    database = await createDeliveryDatabase("outbox")
    const mailOutbox = new LazyMailOutbox()
    mailOutbox.connect(() => Promise.resolve(database.dataSource.manager))
    const find = (message_id: string) =>
      queryRows<{ eml: Buffer }>(
        database.dataSource,
        `select eml from delivery_outbox_mail where message_id = $1`,
        [message_id]
      )
    return {
      transport: new OutboxTransport({ mailOutbox }),
      arrived: async (id) => (await find(id))[0]?.eml.toString("utf8"),
      count: async (id) => (await find(id)).length,
    }
  },
  () => database.drop()
)

let server: SmtpProcess
const received = async (message_id: string) =>
  (await server.received()).filter(({ raw }) => raw.includes(`Message-ID: ${message_id}`))

runMailTransportConformance(
  "smtp",
  async () => {
    server = await SmtpProcess.start()
    return {
      transport: new SmtpTransport({}, { host: "127.0.0.1", port: server.port }),
      arrived: async (id) => (await received(id))[0]?.raw,
      count: async (id) => (await received(id)).length,
    }
  },
  () => server.stop()
)

/** What the server does at which moment, and what can be known of the mail then. */
const MOMENTS: [SmtpBehaviour, { outcome: string; code?: string }][] = [
  [{ at: "connect", do: "reply", code: 421 }, { outcome: "deferred" }],
  [
    { at: "connect", do: "cut" },
    { outcome: "deferred", code: "transport_unavailable" },
  ],
  [
    { at: "connect", do: "hang" },
    { outcome: "deferred", code: "transport_unavailable" },
  ],
  [
    { at: "mail", do: "reply", code: 451 },
    { outcome: "deferred", code: "smtp_deferred" },
  ],
  [
    { at: "mail", do: "reply", code: 550 },
    { outcome: "refused", code: "smtp_refused" },
  ],
  [
    { at: "mail", do: "cut" },
    { outcome: "deferred", code: "transport_unavailable" },
  ],
  [
    { at: "mail", do: "hang" },
    { outcome: "deferred", code: "transport_unavailable" },
  ],
  [
    { at: "rcpt", do: "reply", code: 450 },
    { outcome: "deferred", code: "smtp_deferred" },
  ],
  [
    { at: "rcpt", do: "reply", code: 550 },
    { outcome: "refused", code: "smtp_refused" },
  ],
  [
    { at: "rcpt", do: "cut" },
    { outcome: "deferred", code: "transport_unavailable" },
  ],
  [
    { at: "rcpt", do: "hang" },
    { outcome: "deferred", code: "transport_unavailable" },
  ],
  [
    { at: "data", do: "reply", code: 451 },
    { outcome: "deferred", code: "smtp_deferred" },
  ],
  [
    { at: "data", do: "reply", code: 554 },
    { outcome: "refused", code: "smtp_refused" },
  ],
  [{ at: "data", do: "cut" }, { outcome: "unknown" }],
  [{ at: "data", do: "hang" }, { outcome: "unknown" }],
]

describe("a mail server that fails", () => {
  let server: SmtpProcess
  beforeAll(async () => {
    server = await SmtpProcess.start()
  })
  afterAll(() => server.stop())

  describe.each([["a new connection"], ["a connection that was used before"]])("on %s", (which) => {
    it.each(MOMENTS)("%j comes to %j", async (behaviour, expected) => {
      const options = { host: "127.0.0.1", port: server.port, timeoutMs: 300 }
      const transport = new SmtpTransport({}, options)
      if (which !== "a new connection") {
        await server.tell({ at: "accept", do: "accept" })
        expect(await outcomeOf(transport, outgoingMail())).toEqual({ outcome: "accepted" })
      }
      await server.tell(behaviour)
      const isReused = which !== "a new connection" && behaviour.at === "connect"
      expect(await outcomeOf(transport, outgoingMail())).toMatchObject(
        isReused ? { outcome: "accepted" } : expected
      )
      // It is not handed over by itself afterwards, and the next mail goes.
      await server.tell({ at: "accept", do: "accept" })
      const before = (await server.received()).length
      const next = outgoingMail()
      expect(await outcomeOf(transport, next)).toEqual({ outcome: "accepted" })
      expect((await server.received()).slice(before)).toHaveLength(1)
      await transport.close()
    })
  })

  it("a server that is not there took nothing", async () => {
    const transport = new SmtpTransport({}, { host: "127.0.0.1", port: 9, timeoutMs: 500 })
    expect(await outcomeOf(transport, outgoingMail())).toEqual({
      outcome: "deferred",
      code: "transport_unavailable",
    })
  })

  it("a waiting connection that the server has closed is replaced, and the mail goes once", async () => {
    const closing = await SmtpProcess.start()
    const transport = new SmtpTransport({}, { host: "127.0.0.1", port: closing.port })
    await outcomeOf(transport, outgoingMail())
    await closing.tell({ at: "mail", do: "cut" })
    const outcome = outcomeOf(transport, outgoingMail())
    expect(await outcome).toMatchObject({ outcome: "deferred" })
    await closing.tell({ at: "accept", do: "accept" })
    expect(await outcomeOf(transport, outgoingMail())).toEqual({ outcome: "accepted" })
    await transport.close()
    await closing.stop()
  })

  it("a connection that is used again and again gathers nothing", async () => {
    await server.tell({ at: "accept", do: "accept" })
    const options = { host: "127.0.0.1", port: server.port }
    const pool = new ConnectionPool(parseSmtpOptions(options))
    const connection = await pool.open(AbortSignal.timeout(5_000))
    const listeners = () =>
      connection.eventNames().map((name) => [name, connection.listenerCount(name)])
    const fresh = listeners()
    for (let round = 0; round < 3; round++) {
      pool.keep(connection)
      expect(pool.reuse()).toBe(connection)
    }
    expect(listeners()).toEqual(fresh)
    connection.close()
  })

  it("a refused login is said to be one, and costs no mail", async () => {
    const guarded = await SmtpProcess.start({ auth: { user: "shop", pass: "right" } })
    const login = (pass: string) =>
      new SmtpTransport(
        {},
        { host: "127.0.0.1", port: guarded.port, requireTLS: false, auth: { user: "shop", pass } }
      )
    expect(await outcomeOf(login("wrong"), outgoingMail())).toEqual({
      outcome: "deferred",
      code: "login_refused",
    })
    // Shown to a person and logged: it holds neither password nor user.
    const refusal: unknown = await login("wrong password")
      .send(outgoingMail(), { signal: AbortSignal.timeout(5_000) })
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Error)
    expect(String(refusal instanceof Error && refusal.stack)).not.toMatch(/wrong password|"shop"/)
    expect(await outcomeOf(login("right"), outgoingMail())).toEqual({ outcome: "accepted" })
    await guarded.stop()
  })
})
