import { logger } from "@medusajs/framework/logger"
import { parseDeliveryOptions } from "../../../src/modules/delivery/options/delivery-options"
import { LazyMailOutbox } from "../../../src/modules/delivery/outbox/mail-outbox"
import DeliveryModuleService from "../../../src/modules/delivery/service"
import { MailRejectedError, type MailTransport, type OutgoingMail } from "../../../src/ports"
import {
  createDeliveryDatabase,
  insertApprovedCampaign,
  readSends,
  type ApprovedCampaign,
  type DeliveryDatabase,
} from "../../../testing/delivery-database"
import { eventually } from "../../../testing/eventually"
import { Telemetry } from "../../../testing/telemetry"

/** What becomes of each mail, by the place of its lead. */
const OUTCOMES = ["accepted", "rejected", "unknown", "accepted"]

/** Says in every error what nobody may read: an address and a text. */
const transport: MailTransport = {
  defaultFrom: "shop@example.com",
  send: ({ to, text }: OutgoingMail) => {
    const outcome = OUTCOMES[Number(/^lead-(\d)/.exec(to.address)?.[1])]
    if (outcome === "accepted") return Promise.resolve({ id: null })
    const told = `${to.address} ${text}`
    return Promise.reject(
      outcome === "rejected"
        ? new MailRejectedError(told, { code: "no_such_mailbox", isFinal: true })
        : new Error(told)
    )
  },
}

describe("what the host's OpenTelemetry is told of mails", () => {
  const telemetry = new Telemetry()
  let database: DeliveryDatabase
  let service: DeliveryModuleService
  let campaign: ApprovedCampaign

  beforeAll(async () => {
    telemetry.register()
    database = await createDeliveryDatabase("telemetry")
    campaign = await insertApprovedCampaign(database.dataSource, { leads: OUTCOMES.length })
    service = new DeliveryModuleService(
      {
        logger,
        deliveryOptions: parseDeliveryOptions({ sending: { publicUrl: "https://shop.example" } }),
        mailTransports: new Map([["told", transport]]),
        mailTransport: "told",
        mailOutbox: new LazyMailOutbox(),
      },
      { database: { clientUrl: database.url } }
    )
    await service.__hooks.onApplicationStart()
    const { campaign_id } = campaign
    const step = { campaign_id, step_index: 1, actor: "user_sender" }
    await service.scheduleSends({ ...step, campaign_lead_ids: null })
    const statuses = async () =>
      (await readSends(database.dataSource, campaign)).map(({ status }) => status)
    await eventually(async () => String(await statuses()) === String(OUTCOMES), {
      withinMs: 45_000,
      because: "each mail has come to its end",
    })
    const isTold = () => telemetry.spans.length >= OUTCOMES.length
    await eventually(isTold, { withinMs: 10_000, because: "each mail's span has ended" })
    await telemetry.flush()
  })
  afterAll(async () => {
    await service.__hooks.onApplicationPrepareShutdown()
    await service.__hooks.onApplicationShutdown()
    await database.drop()
    await telemetry.shutdown()
  })

  it("is a span for each mail, with its ids and what came of it", async () => {
    const sends = await readSends(database.dataSource, campaign)
    const told = telemetry.named("playground.send")
    expect(told.map(({ attributes }) => attributes)).toEqual(
      expect.arrayContaining(
        sends.map(({ id, status }) => ({
          "playground.send_id": id,
          "playground.campaign_id": campaign.campaign_id,
          "playground.attempt": 1,
          "playground.transport": "told",
          "playground.outcome": status,
        }))
      )
    )
    expect(told).toHaveLength(OUTCOMES.length)
  })

  it("are counts of mails by what came of them, and how long each took", () => {
    const of = (outcome: string) => ({
      "playground.outcome": outcome,
      "playground.transport": "told",
    })
    const counts = telemetry
      .pointsOf("playground.sends")
      .map(({ attributes, value }) => [attributes, value])
    expect(counts).toHaveLength(3)
    expect(counts).toEqual(
      expect.arrayContaining([
        [of("accepted"), 2],
        [of("rejected"), 1],
        [of("unknown"), 1],
      ])
    )
    const durations = telemetry.pointsOf("playground.send.duration")
    expect(durations.map(({ value }) => value)).toEqual(
      expect.arrayContaining([expect.objectContaining({ count: 2 })])
    )
  })

  it("is the depth of the queue of mails, when somebody collects", () => {
    expect(telemetry.pointsOf("playground.queue.depth")).toEqual([
      expect.objectContaining({
        attributes: {
          "playground.queue.name": "sending",
          "playground.queue.backend": "postgres",
        },
        value: expect.any(Number) as number,
      }),
    ])
  })

  it("is never an address or a text", () => {
    const told = JSON.stringify([
      telemetry.spans.map(({ name, attributes, events, status }) => ({
        name,
        attributes,
        events,
        status,
      })),
      telemetry.metrics,
    ])
    expect(told).toContain(campaign.campaign_id)
    expect(told).not.toMatch(/@|Body|Subject/)
  })
})
