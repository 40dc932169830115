import type { EntityManager } from "typeorm"
import { holdSends } from "../../../src/modules/delivery/sql/hold-sends"
import { lockCampaign } from "../../../src/modules/delivery/sql/lock-campaign"
import { scheduleFollowUps } from "../../../src/modules/delivery/sql/schedule-follow-ups"
import { setFollowUpsDue } from "../../../src/modules/delivery/sql/set-follow-ups-due"
import { acceptSends } from "../../../src/modules/delivery/sql/settle-sends"
import { cancelScheduled, noteReply } from "../../../src/modules/delivery/sql/steer-campaign"
import { parseSuppressed } from "../../../src/modules/delivery/suppressions/normalise-suppressed"
import { addSuppressions } from "../../../src/modules/delivery/suppressions/suppression-store"
import { queryRows } from "../../../src/persistence/db"
import {
  createDeliveryDatabase,
  DEFAULT_SENDERS,
  insertApprovedCampaign,
  readSends,
  VIEWS,
  type ApprovedCampaign,
  type DeliveryDatabase,
} from "../../../testing/delivery-database"
import { scheduleStep, takeFrom } from "../../../testing/delivery-steps"

const STEPS = [
  { step_index: 1, delay_days: 0 },
  { step_index: 2, delay_days: 3 },
]

/**
 * Years ahead, since nothing falls due in the past. In 2099 summer time begins in Berlin on 29 March
 * and ends on 25 October, in New York on 8 March and 1 November.
 */
const DELAYS: [zone: string, accepted: string, due: string, what: string][] = [
  ["UTC", "2099-06-01T09:00:00.000Z", "2099-06-04T09:00:00.000Z", "three days of 24 hours"],
  ["Europe/Berlin", "2099-03-28T08:00:00.000Z", "2099-03-31T07:00:00.000Z", "one of 23 hours"],
  ["Europe/Berlin", "2099-10-23T07:00:00.000Z", "2099-10-26T08:00:00.000Z", "one of 25 hours"],
  [
    "Europe/Berlin",
    "2099-03-26T01:30:00.000Z",
    "2099-03-29T01:30:00.000Z",
    "an hour that is left out",
  ],
  [
    "America/New_York",
    "2099-03-07T03:00:00.000Z",
    "2099-03-10T02:00:00.000Z",
    "a day that is another one in UTC",
  ],
]

type Ending = (db: EntityManager, campaign: ApprovedCampaign) => Promise<unknown>

/** Whatever ends a sequence. */
const ENDINGS: [what: string, reason: string, end: Ending][] = [
  [
    "its lead replies",
    "replied",
    async (db, { campaign_id, lead_ids }) => {
      await lockCampaign(db, campaign_id)
      await noteReply(db, { campaign_id, campaign_lead_id: lead_ids[0] ?? "", actor: "user_one" })
    },
  ],
  [
    "its address is suppressed",
    "suppressed",
    async (db, { lead_ids }) => {
      const [lead] = await queryRows<{ email: string }>(
        db,
        `select email from outreach_campaign_lead where id = $1`,
        [lead_ids[0]]
      )
      const value = { ...parseSuppressed(lead?.email ?? ""), reason: "bounced" as const }
      await addSuppressions(db, { values: [value], source: "test", actor: "system" })
    },
  ],
  [
    "its lead withdraws",
    "consent_withdrawn",
    (db, { lead_ids }) =>
      db.query(`update outreach_campaign_lead set email_consent = 'withdrawn' where id = $1`, [
        lead_ids[0],
      ]),
  ],
]

describe("a follow-up", () => {
  let database: DeliveryDatabase
  beforeAll(async () => {
    database = await createDeliveryDatabase("follow_ups")
  })
  afterAll(() => database.drop())

  const input = { views: VIEWS, defaultSenders: DEFAULT_SENDERS, limit: 1_000 }

  /** A campaign of two steps, approved for one lead. */
  const campaignOf = async (zone = "UTC") => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, { leads: 1, steps: STEPS })
    await manager.query(`update delivery_campaign set time_zone = $2 where campaign_id = $1`, [
      campaign.campaign_id,
      zone,
    ])
    return { manager, campaign }
  }

  /** Sends the first step, as if at that instant. */
  const sendFirst = async (
    manager: EntityManager,
    { campaign_id }: ApprovedCampaign,
    at?: string
  ) => {
    await scheduleStep(manager, campaign_id)
    const [mail] = await takeFrom(manager, campaign_id, 1)
    if (!mail) throw new Error("the first mail was not taken")
    await acceptSends(manager, [{ ...mail, transport_message_id: null }])
    if (at) {
      await manager.query(`update delivery_send set accepted_at = $2 where id = $1`, [mail.id, at])
    }
  }

  const secondOf = async (manager: EntityManager, campaign: ApprovedCampaign) =>
    (await readSends(manager, campaign)).find(({ step_index }) => step_index === 2)

  it.each(DELAYS)("in %s, after %s, falls due at %s: %s", async (zone, accepted, due) => {
    const byItself = await campaignOf(zone)
    await sendFirst(byItself.manager, byItself.campaign, accepted)
    await scheduleFollowUps(byItself.manager, input)
    const followed = await secondOf(byItself.manager, byItself.campaign)
    expect(followed).toMatchObject({ status: "scheduled", due_at: new Date(due) })

    // The same where a person pressed Send for it before the first had gone.
    const pressed = await campaignOf(zone)
    await scheduleStep(pressed.manager, pressed.campaign.campaign_id, 1)
    await scheduleStep(pressed.manager, pressed.campaign.campaign_id, 2)
    const waiting = await secondOf(pressed.manager, pressed.campaign)
    expect([waiting?.status, Number(waiting?.due_at)]).toEqual(["scheduled", Infinity])
    await sendFirst(pressed.manager, pressed.campaign, accepted)
    await setFollowUpsDue(pressed.manager, pressed.campaign.lead_ids)
    expect(await secondOf(pressed.manager, pressed.campaign)).toMatchObject({
      due_at: new Date(due),
    })
  })

  it.each(ENDINGS)("is not scheduled any more once %s", async (_, reason, end) => {
    const { manager, campaign } = await campaignOf()
    await sendFirst(manager, campaign)
    await manager.transaction((transaction) => end(transaction, campaign))
    await scheduleFollowUps(manager, input)
    expect(await secondOf(manager, campaign)).toBeUndefined()
    expect(await scheduleStep(manager, campaign.campaign_id, 2)).toEqual([
      { reason: null, count: 0 },
      { reason, count: 1 },
    ])
  })

  it.each(ENDINGS)("that was scheduled goes no more once %s", async (_, reason, end) => {
    const { manager, campaign } = await campaignOf()
    await sendFirst(manager, campaign)
    await scheduleFollowUps(manager, input)
    await manager.query(
      `update delivery_send set due_at = now() where campaign_id = $1 and step_index = 2`,
      [campaign.campaign_id]
    )
    await manager.transaction((transaction) => end(transaction, campaign))
    expect(await takeFrom(manager, campaign.campaign_id, 5)).toEqual([])
    await holdSends(manager, { ...input, campaign_id: campaign.campaign_id })
    expect(await secondOf(manager, campaign)).toMatchObject({
      status: "cancelled",
      error_code: reason,
    })
  })

  it.each(["in_flight", "unknown", "rejected", "scheduled"])(
    "waits while the mail before it is %s",
    async (status) => {
      const { manager, campaign } = await campaignOf()
      const { campaign_id } = campaign
      await scheduleStep(manager, campaign_id, 1)
      await scheduleStep(manager, campaign_id, 2)
      if (status !== "scheduled") await takeFrom(manager, campaign_id, 1)
      if (status === "unknown" || status === "rejected") {
        await manager.query(
          `update delivery_send set status = $2, lease_until = null, error_code = 'test'
            where campaign_id = $1 and step_index = 1`,
          [campaign_id, status]
        )
      }
      await setFollowUpsDue(manager, null)
      await scheduleFollowUps(manager, input)
      const [first, second] = await readSends(manager, campaign)
      expect(first?.status).toBe(status)
      expect([second?.status, Number(second?.due_at)]).toEqual(["scheduled", Infinity])
      const step = (await takeFrom(manager, campaign_id, 5)).map(({ step_index }) => step_index)
      expect(step).toEqual(status === "scheduled" ? [1] : [])
    }
  )

  it("is scheduled once its mail is approved, and not again once a person took it back", async () => {
    const { manager, campaign } = await campaignOf()
    const { campaign_id } = campaign
    await manager.query(
      `update playground_approved_email set step_index = 9 where campaign_id = $1 and step_index = 2`,
      [campaign_id]
    )
    await sendFirst(manager, campaign)
    await scheduleFollowUps(manager, input)
    expect(await secondOf(manager, campaign)).toBeUndefined()
    await manager.query(
      `update playground_approved_email set step_index = 2 where campaign_id = $1 and step_index = 9`,
      [campaign_id]
    )
    await scheduleFollowUps(manager, input)
    expect(await secondOf(manager, campaign)).toMatchObject({ status: "scheduled" })
    await manager.transaction(async (transaction) => {
      await lockCampaign(transaction, campaign_id)
      const all = { campaign_id, actor: "user_one", campaign_lead_ids: null }
      await cancelScheduled(transaction, { ...all, reason: "cancelled" })
    })
    await scheduleFollowUps(manager, input)
    await setFollowUpsDue(manager, null)
    expect(await secondOf(manager, campaign)).toMatchObject({ status: "cancelled" })
  })
})
