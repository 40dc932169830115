import type { EntityManager } from "typeorm"
import { holdSends } from "../../../src/modules/delivery/sql/hold-sends"
import { lockCampaign } from "../../../src/modules/delivery/sql/lock-campaign"
import {
  cancelScheduled,
  noteReply,
  setPaused,
} from "../../../src/modules/delivery/sql/steer-campaign"
import { parseSuppressed } from "../../../src/modules/delivery/suppressions/normalise-suppressed"
import { addSuppressions } from "../../../src/modules/delivery/suppressions/suppression-store"
import {
  createDeliveryDatabase,
  DEFAULT_FROM,
  DEFAULT_SENDERS,
  insertApprovedCampaign,
  readSends,
  VIEWS,
  type ApprovedCampaign,
  type DeliveryDatabase,
} from "../../../testing/delivery-database"
import { hasWaiter, scheduleStep, takeFrom } from "../../../testing/delivery-steps"
import { eventually } from "../../../testing/eventually"

type Change = (db: EntityManager, campaign: ApprovedCampaign) => Promise<unknown>

const onLead =
  (set: string): Change =>
  (db, { lead_ids }) =>
    db.query(`update outreach_campaign_lead set ${set} where id = $1`, [lead_ids[0]])

const onApproval =
  (change: string): Change =>
  (db, { lead_ids }) =>
    db.query(`${change} where campaign_lead_id = $1`, [lead_ids[0]])

const onCampaign =
  (set: string): Change =>
  (db, { campaign_id }) =>
    db.query(`update outreach_campaign set ${set} where id = $1`, [campaign_id])

const steer =
  (work: (db: EntityManager, campaign: ApprovedCampaign) => Promise<unknown>): Change =>
  async (db, campaign) => {
    await lockCampaign(db, campaign.campaign_id)
    await work(db, campaign)
  }

const suppress =
  (toValue: (email: string) => string): Change =>
  async (db, { lead_ids }) => {
    const [lead] = await db.query<{ email: string }[]>(
      `select email from outreach_campaign_lead where id = $1`,
      [lead_ids[0]]
    )
    const value = parseSuppressed(toValue(lead?.email ?? ""))
    await addSuppressions(db, {
      values: [{ ...value, reason: "manual" }],
      source: "test",
      actor: "user_one",
    })
  }

const actor = "user_one"

/**
 * Each thing that forbids a mail, whoever's table it stands in. Reason null: the send is not held back
 * for good but waits, or was cancelled by the change itself.
 */
const CHANGES: [name: string, change: Change, reason: string | null][] = [
  [
    "its approval is taken away",
    onApproval("delete from playground_approved_email"),
    "not_approved",
  ],
  [
    "another body is approved",
    onApproval("update playground_approved_email set body = body || '!'"),
    "content_changed",
  ],
  [
    "another subject is approved",
    onApproval("update playground_approved_email set subject = subject || '!'"),
    "content_changed",
  ],
  [
    "its lead was found to have changed",
    onApproval("update playground_approved_email set lead_changed_at = now()"),
    "lead_changed",
  ],
  ["its lead has another address", onLead("email = 'other@example.org'"), "lead_changed"],
  ["its lead withdraws its consent", onLead("email_consent = 'withdrawn'"), "consent_withdrawn"],
  [
    "its lead is deleted",
    (db, { lead_ids }) =>
      db.query(`delete from outreach_campaign_lead where id = $1`, [lead_ids[0]]),
    "lead_gone",
  ],
  ["its campaign is paused", onCampaign("status = 'paused'"), null],
  ["its campaign is completed", onCampaign("status = 'completed'"), null],
  [
    "its campaign is deleted",
    (db, { campaign_id }) => db.query(`delete from outreach_campaign where id = $1`, [campaign_id]),
    "lead_gone",
  ],
  [
    "its lead replies",
    steer((db, { campaign_id, lead_ids }) =>
      noteReply(db, { campaign_id, campaign_lead_id: lead_ids[0] ?? "", actor })
    ),
    "replied",
  ],
  [
    "sending is paused",
    steer((db, { campaign_id }) => setPaused(db, { campaign_id, actor, isPaused: true })),
    null,
  ],
  [
    "sending is cancelled",
    steer((db, { campaign_id }) =>
      cancelScheduled(db, { campaign_id, actor, campaign_lead_ids: null, reason: "cancelled" })
    ),
    null,
  ],
  ["its address is suppressed", suppress((email) => email.toUpperCase()), "suppressed"],
  ["its domain is suppressed", suppress((email) => email.split("@")[1] ?? ""), "suppressed"],
  [
    "a domain above its own is suppressed",
    suppress((email) => (email.split("@")[1] ?? "").split(".").slice(1).join(".")),
    "suppressed",
  ],
  [
    "the footer is taken away",
    steer((db, { campaign_id }) =>
      db.query(`update delivery_campaign set footer = null where campaign_id = $1`, [campaign_id])
    ),
    null,
  ],
  [
    "who approved it may not send it",
    steer(async (db, { campaign_id, lead_ids }) => {
      await db.query(`update delivery_campaign set four_eyes = true where campaign_id = $1`, [
        campaign_id,
      ])
      await db.query(
        `update playground_approved_email set approved_by = 'user_sender' where campaign_lead_id = $1`,
        [lead_ids[0]]
      )
    }),
    "four_eyes",
  ],
]

describe("a scheduled mail", () => {
  let database: DeliveryDatabase
  beforeAll(async () => {
    database = await createDeliveryDatabase("holds")
  })
  afterAll(() => database.drop())

  /** One lead at a domain of its own, so that what is suppressed for one test is not for the next. */
  const scheduled = async (place: number) => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, {
      leads: 1,
      domainOf: () => `mail.shop${place}.example`,
    })
    expect(await scheduleStep(manager, campaign.campaign_id)).toEqual([{ reason: null, count: 1 }])
    return { manager, campaign }
  }

  it.each(CHANGES.map((change, place) => [change[0], place] as const))(
    "is not taken once %s, and says why it does not go",
    async (name, place) => {
      const { manager, campaign } = await scheduled(place)
      const [, change, reason] = CHANGES[place] ?? []
      await manager.transaction((transaction) => change!(transaction, campaign))
      expect(await takeFrom(manager, campaign.campaign_id, 10)).toEqual([])
      await holdSends(manager, {
        campaign_id: null,
        views: VIEWS,
        defaultSenders: DEFAULT_SENDERS,
        limit: 1_000,
      })
      const [send] = await readSends(manager, campaign)
      if (reason) expect(send).toMatchObject({ status: "cancelled", error_code: reason })
      else expect(send?.status).toBe(name === "sending is cancelled" ? "cancelled" : "scheduled")
    }
  )

  it.each(CHANGES.map((change, place) => [change[0], place] as const))(
    "is not taken by who looked before %s, once that has answered",
    async (_, place) => {
      const { manager, campaign } = await scheduled(100 + place)
      const [, change] = CHANGES[place] ?? []
      let taken: unknown = "waits"
      let look: Promise<void> | undefined
      await manager.transaction(async (transaction) => {
        await change!(transaction, campaign)
        look = takeFrom(manager, campaign.campaign_id, 10).then((sends) => {
          taken = sends
        })
        // The taker meets the change while it is not committed: it must wait for it.
        await eventually(async () => taken !== "waits" || (await hasWaiter(manager)), {
          withinMs: 10_000,
          because: "the taker waits for the change",
          everyMs: 5,
        })
        expect(taken).toBe("waits")
      })
      await look
      expect(taken).toEqual([])
    }
  )

  it("is taken when nothing forbids it, with all that goes into it", async () => {
    const { manager, campaign } = await scheduled(999)
    const [taken] = await takeFrom(manager, campaign.campaign_id, 10)
    expect(taken).toMatchObject({
      subject: "Subject 1",
      body: "Body 1",
      footer: "Northwind Ltd, 1 Main Street",
      recipient_name: "Lead 0",
      from_address: DEFAULT_FROM,
      attempt: 1,
      transport: "outbox",
    })
    expect(taken?.message_id).toBe(`<${taken?.id}@example.com>`)
  })

  it("is from the address of the campaign's own transport, not of the default one", async () => {
    const { manager, campaign } = await scheduled(1_000)
    await manager.query(`update delivery_campaign set transport = 'other' where campaign_id = $1`, [
      campaign.campaign_id,
    ])
    expect(await takeFrom(manager, campaign.campaign_id, 10)).toMatchObject([
      { transport: "other", from_address: "other@example.com" },
    ])
  })

  it("is held back where the campaign's own transport has no address, though the default one has", async () => {
    const { manager, campaign } = await scheduled(1_001)
    await manager.query(`update delivery_campaign set transport = 'bare' where campaign_id = $1`, [
      campaign.campaign_id,
    ])
    expect(await takeFrom(manager, campaign.campaign_id, 10)).toEqual([])
    const input = { campaign_id: null, views: VIEWS, defaultSenders: DEFAULT_SENDERS, limit: 1_000 }
    await holdSends(manager, input)
    expect(await readSends(manager, campaign)).toMatchObject([
      { status: "cancelled", error_code: "no_sender_address" },
    ])
  })
})
