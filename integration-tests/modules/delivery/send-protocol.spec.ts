import * as fc from "fast-check"
import type { EntityManager } from "typeorm"
import { holdSends } from "../../../src/modules/delivery/sql/hold-sends"
import { lockCampaign, lockForTaking } from "../../../src/modules/delivery/sql/lock-campaign"
import { resolveUnknown } from "../../../src/modules/delivery/sql/resolve-unknown"
import { scheduleSends } from "../../../src/modules/delivery/sql/schedule-sends"
import {
  acceptSends,
  expireSends,
  giveBackSend,
  markSendUnknown,
  rejectSend,
  type Attempt,
} from "../../../src/modules/delivery/sql/settle-sends"
import { cancelScheduled, setPaused } from "../../../src/modules/delivery/sql/steer-campaign"
import { takeSends } from "../../../src/modules/delivery/sql/take-sends"
import { SEND_TRANSITIONS } from "../../../src/modules/delivery/state-machine"
import {
  createDeliveryDatabase,
  DEFAULT_SENDERS,
  insertApprovedCampaign,
  readSends,
  VIEWS,
  type ApprovedCampaign,
  type DeliveryDatabase,
  type SendState,
} from "../../../testing/delivery-database"

/** One campaign under test, and every attempt that anybody ever made. */
interface World {
  manager: EntityManager
  campaign: ApprovedCampaign
  attempts: Attempt[]
}

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length]

const schedule = ({ manager, campaign }: World) =>
  manager.transaction(async (transaction) => {
    await lockCampaign(transaction, campaign.campaign_id)
    await scheduleSends(transaction, {
      campaign_id: campaign.campaign_id,
      step_index: 1,
      campaign_lead_ids: null,
      views: VIEWS,
      actor: "user_sender",
      defaultSenders: DEFAULT_SENDERS,
    })
  })

const take = ({ manager, campaign, attempts }: World, limit: number) =>
  manager.transaction(async (transaction) => {
    if ((await lockForTaking(transaction, campaign.campaign_id)) === null) return
    const taken = await takeSends(transaction, {
      campaign_id: campaign.campaign_id,
      views: VIEWS,
      limit,
      leaseMs: 60_000,
      transport: "outbox",
      defaultSenders: DEFAULT_SENDERS,
    })
    attempts.push(...taken.map(({ id, lease_token }) => ({ id, lease_token })))
  })

/** Each does one step of the protocol, whether or not it makes sense just now. */
const STEPS = {
  schedule: (world: World) => schedule(world),
  take: (world: World, place: number) => take(world, 1 + (place % 2)),
  accept: async ({ manager, attempts }: World, place: number) => {
    const attempt = pick(attempts, place)
    if (attempt) await acceptSends(manager, [{ ...attempt, transport_message_id: null }])
  },
  reject: async ({ manager, attempts }: World, place: number) => {
    const attempt = pick(attempts, place)
    const said = { code: "smtp_refused", message: "No.", maxAttempts: 2, backoffMs: 0 }
    if (attempt) await rejectSend(manager, { ...attempt, ...said, isFinal: place % 3 === 0 })
  },
  lose: async ({ manager, attempts }: World, place: number) => {
    const attempt = pick(attempts, place)
    if (attempt) await markSendUnknown(manager, { ...attempt, code: "no_answer", message: "?" })
  },
  giveBack: async ({ manager, attempts }: World, place: number) => {
    const attempt = pick(attempts, place)
    if (attempt) await giveBackSend(manager, attempt)
  },
  expire: async ({ manager }: World) => {
    await manager.query(
      `update delivery_send set lease_until = now() - interval '1 second' where status = 'in_flight'`
    )
    await expireSends(manager)
  },
  resolve: async (world: World, place: number) => {
    const sends = await readSends(world.manager, world.campaign)
    const send = pick(sends, place)
    const as = place % 2 === 0 ? ("sent" as const) : ("send_again" as const)
    const { campaign_id } = world.campaign
    if (!send) return
    await resolveUnknown(world.manager, { campaign_id, send_id: send.id, as, actor: "user_one" })
  },
  cancel: ({ manager, campaign: { campaign_id } }: World) =>
    manager.transaction(async (transaction) => {
      await lockCampaign(transaction, campaign_id)
      const input = { campaign_id, actor: "user_one", campaign_lead_ids: null, reason: "cancelled" }
      await cancelScheduled(transaction, input)
    }),
  pause: ({ manager, campaign: { campaign_id } }: World, place: number) =>
    manager.transaction(async (transaction) => {
      await lockCampaign(transaction, campaign_id)
      await setPaused(transaction, { campaign_id, actor: "user_one", isPaused: place % 3 === 0 })
    }),
  withdrawConsent: async ({ manager, campaign }: World, place: number) => {
    await manager.query(`update outreach_campaign_lead set email_consent = $2 where id = $1`, [
      pick(campaign.lead_ids, place),
      place % 2 === 0 ? "withdrawn" : "unknown",
    ])
    await holdSends(manager, {
      campaign_id: null,
      views: VIEWS,
      defaultSenders: DEFAULT_SENDERS,
      limit: 100,
    })
  },
} satisfies Record<string, (world: World, place: number) => Promise<unknown>>

type StepName = keyof typeof STEPS

const isAllowed = (from: string, to: string) =>
  from === to ||
  Object.values(SEND_TRANSITIONS).some(
    (allowed) => (allowed.from as readonly string[]).includes(from) && allowed.to === to
  )

describe("whatever happens in whatever order", () => {
  let database: DeliveryDatabase
  beforeAll(async () => {
    database = await createDeliveryDatabase("protocol")
  })
  afterAll(() => database.drop())

  it("a send moves only as the state machine says, and what was accepted stays so", async () => {
    const names = Object.keys(STEPS) as StepName[]
    const runs = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat({ max: 11 })), {
      minLength: 5,
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        const { manager } = database.dataSource
        const campaign = await insertApprovedCampaign(manager, { leads: 3 })
        const world: World = { manager, campaign, attempts: [] }
        await schedule(world)
        let before = new Map<string, SendState>()
        for (const [name, place] of run) {
          await STEPS[name](world, place)
          const after = new Map((await readSends(manager, campaign)).map((send) => [send.id, send]))
          for (const [id, send] of after) {
            const was = before.get(id)
            if (!was) continue
            expect([was.status, send.status, isAllowed(was.status, send.status)]).toContain(true)
            if (was.status === "accepted") expect(send).toEqual(was)
            // Only a settled or expired attempt makes room for another one.
            if (was.status === "in_flight" && send.status === "in_flight") {
              expect(send.lease_token).toBe(was.lease_token)
            }
          }
          before = after
        }
      }),
      { numRuns: 30 }
    )
  })

  it("of twenty who take at the same time, each mail goes to one", async () => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, { leads: 30 })
    const world: World = { manager, campaign, attempts: [] }
    await schedule(world)
    await Promise.all(Array.from({ length: 20 }, () => take(world, 5)))
    const ids = world.attempts.map(({ id }) => id)
    expect(ids).toHaveLength(30)
    expect(new Set(ids).size).toBe(30)
  })
})
