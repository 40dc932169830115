import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { dayStart, isInWindow } from "../../../src/modules/delivery/sql/sending-window"
import { queryRows } from "../../../src/persistence/db"
import {
  createDeliveryDatabase,
  insertApprovedCampaign,
  readSends,
  type DeliveryDatabase,
} from "../../../testing/delivery-database"
import { hasWaiter, scheduleStep, takeFrom } from "../../../testing/delivery-steps"
import { eventually } from "../../../testing/eventually"

const BERLIN = { zone: "Europe/Berlin", days: "{1,2,3,4,5,6,7}", from: "00:00", to: "24:00" }

/** Summer time begins in Berlin at 01:00 UTC on 2026-03-29 and ends at 01:00 UTC on 2026-10-25. */
const WINDOWS: [what: string, sending: typeof BERLIN, instant: string, isOpen: boolean][] = [
  ["before it opens", { ...BERLIN, from: "09:00" }, "2026-06-01T06:59:59.999Z", false],
  ["as it opens", { ...BERLIN, from: "09:00" }, "2026-06-01T07:00:00Z", true],
  ["as it closes", { ...BERLIN, to: "17:00" }, "2026-06-01T15:00:00Z", false],
  ["in its last moment", { ...BERLIN, to: "17:00" }, "2026-06-01T14:59:59.999Z", true],
  ["at the end of the day", BERLIN, "2026-06-01T21:59:59.999Z", true],
  ["on a day that is left out", { ...BERLIN, days: "{1,2,3,4,5}" }, "2026-06-06T10:00:00Z", false],
  ["on a day that is local already", { ...BERLIN, days: "{6}" }, "2026-06-05T22:30:00Z", true],
  [
    "in an hour that does not exist",
    { ...BERLIN, from: "02:00", to: "03:00" },
    "2026-03-29T01:00:00Z",
    false,
  ],
  [
    "just after an hour that does not exist",
    { ...BERLIN, from: "03:00" },
    "2026-03-29T01:00:00Z",
    true,
  ],
  [
    "in the first of an hour that comes twice",
    { ...BERLIN, from: "02:00", to: "03:00" },
    "2026-10-25T00:30:00Z",
    true,
  ],
  [
    "in the second of an hour that comes twice",
    { ...BERLIN, from: "02:00", to: "03:00" },
    "2026-10-25T01:30:00Z",
    true,
  ],
  ["a winter morning", { ...BERLIN, from: "09:00" }, "2026-11-02T07:30:00Z", false],
]

const LEADS = 10_000
const PER_DAY = 1_000
const PER_DOMAIN_AND_HOUR = 25
const DOMAINS = 20
const PROCESSES = 4

describe("limits", () => {
  let database: DeliveryDatabase
  beforeAll(async () => {
    database = await createDeliveryDatabase("limits")
  })
  afterAll(() => database.drop())

  it.each(WINDOWS)("the window: %s", async (_, { zone, days, from, to }, instant, isOpen) => {
    const [row] = await queryRows<{ is_open: boolean }>(
      database.dataSource,
      `select ${isInWindow("$1::timestamptz")} as is_open
         from (select $2::text as time_zone, $3::integer[] as days, $4::time as window_from,
                      $5::time as window_to) as sending`,
      [instant, zone, days, from, to]
    )
    expect(row?.is_open).toBe(isOpen)
  })

  it.each([
    ["2026-03-29T20:00:00Z", "2026-03-28T23:00:00.000Z", "of 23 hours"],
    ["2026-10-25T22:30:00Z", "2026-10-24T22:00:00.000Z", "of 25 hours"],
    ["2026-06-01T21:59:00Z", "2026-05-31T22:00:00.000Z", "of 24 hours"],
  ])("the day of %s begins at %s: one %s", async (instant, begins) => {
    const [row] = await queryRows<{ begins: Date }>(
      database.dataSource,
      `select ${dayStart("$1::timestamptz")} as begins
         from (select 'Europe/Berlin'::text as time_zone) as sending`,
      [instant]
    )
    expect(row?.begins.toISOString()).toBe(begins)
  })

  it("least time between two mails: of ten who look at the same time, one takes one", async () => {
    const { manager } = database.dataSource
    const { campaign_id } = await insertApprovedCampaign(manager, { leads: 5 })
    await manager.query(
      `update delivery_campaign set min_interval_seconds = 60, jitter_seconds = 30
        where campaign_id = $1`,
      [campaign_id]
    )
    await scheduleStep(manager, campaign_id)
    const looks = await Promise.all(
      Array.from({ length: 10 }, () => takeFrom(manager, campaign_id, 5))
    )
    expect(looks.flat()).toHaveLength(1)
    const [row] = await queryRows<{ wait: number }>(
      manager,
      `select extract(epoch from next_send_at - clock_timestamp())::float8 as wait
         from delivery_campaign where campaign_id = $1`,
      [campaign_id]
    )
    expect(row?.wait).toBeGreaterThan(55)
    expect(row?.wait).toBeLessThanOrEqual(90)
  })

  it("a look while another's mail is not committed yet counts that one too", async () => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, { leads: 2 })
    const { campaign_id } = campaign
    await manager.query(`update delivery_campaign set daily_limit = 1 where campaign_id = $1`, [
      campaign_id,
    ])
    await scheduleStep(manager, campaign_id)
    let second: unknown = "waits"
    let look: Promise<void> | undefined
    await manager.transaction(async (transaction) => {
      const [first] = await takeFrom(transaction, campaign_id, 1)
      expect(first).toBeDefined()
      // Now another mail is the next one, so that the two looks do not meet at the same row.
      await manager.query(
        `update delivery_send set due_at = due_at - interval '1 minute'
          where campaign_id = $1 and id <> $2`,
        [campaign_id, first?.id]
      )
      look = takeFrom(manager, campaign_id, 1).then((sends) => {
        second = sends
      })
      await eventually(async () => second !== "waits" || (await hasWaiter(manager)), {
        withinMs: 10_000,
        because: "the second look waits for the first",
        everyMs: 5,
      })
    })
    await look
    expect(second).toEqual([])
  })

  it("a refused mail costs none of the day's limit, a mail without an outcome does", async () => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, { leads: 3 })
    const { campaign_id } = campaign
    await manager.query(`update delivery_campaign set daily_limit = 1 where campaign_id = $1`, [
      campaign_id,
    ])
    await scheduleStep(manager, campaign_id)
    expect(await takeFrom(manager, campaign_id, 5)).toHaveLength(1)
    expect(await takeFrom(manager, campaign_id, 5)).toHaveLength(0)
    const settle = (set: string) =>
      manager.query(
        `update delivery_send set lease_until = null, ${set}
          where campaign_id = $1 and status = 'in_flight'`,
        [campaign_id]
      )
    await settle("status = 'rejected', error_code = 'smtp_refused', lease_token = null")
    expect(await takeFrom(manager, campaign_id, 5)).toHaveLength(1)
    await settle("status = 'unknown'")
    expect(await takeFrom(manager, campaign_id, 5)).toHaveLength(0)
  })

  it(`${LEADS} mails by ${PROCESSES} processes: not one too many in any day or hour`, async () => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, {
      leads: LEADS,
      domainOf: (place) => `shop${place % DOMAINS}.example`,
    })
    const { campaign_id } = campaign
    // Late in the local evening, so that a day's mails are all of today however long this takes.
    const hour = new Date().getUTCHours()
    const offset = 21 - hour
    await manager.query(
      `update delivery_campaign set daily_limit = $2, per_domain_hourly_limit = $3, time_zone = $4
        where campaign_id = $1`,
      [
        campaign_id,
        PER_DAY,
        PER_DOMAIN_AND_HOUR,
        // Named the other way round: Etc/GMT-3 is three hours ahead.
        offset >= 0 ? `Etc/GMT-${Math.min(offset, 14)}` : `Etc/GMT+${Math.min(-offset, 12)}`,
      ]
    )
    await scheduleStep(manager, campaign_id)
    await manager.query(`analyze`)
    const takers = await Promise.all(
      Array.from({ length: PROCESSES }, () => startTaker(database.url, campaign_id))
    )
    const perHour = () =>
      queryRows<{ count: number }>(
        manager,
        `select count(*)::integer as count from delivery_send
          where campaign_id = $1 and taken_at > now() - interval '1 hour' group by recipient_domain`,
        [campaign_id]
      )
    /** Lets time pass: what was sent is so much longer ago. */
    const later = (interval: string) =>
      manager.query(
        `update delivery_send set taken_at = taken_at - $2::interval
          where campaign_id = $1 and taken_at is not null`,
        [campaign_id, interval]
      )
    try {
      for (let day = 1; day <= LEADS / PER_DAY; day++) {
        const morning = await takeAll(takers)
        expect((await perHour()).map(({ count }) => count)).toEqual(
          Array(DOMAINS).fill(PER_DOMAIN_AND_HOUR)
        )
        await later("61 minutes")
        const noon = await takeAll(takers)
        expect([morning, noon]).toEqual([PER_DAY / 2, PER_DAY / 2])
        await later("61 minutes")
        expect(await takeAll(takers)).toBe(0)
        await later("22 hours")
      }
      const sends = await readSends(manager, campaign)
      expect(
        sends.filter(({ status, attempt }) => status === "accepted" && attempt === 1)
      ).toHaveLength(LEADS)
    } finally {
      for (const taker of takers) taker.kill("SIGKILL")
    }
  })
})

async function startTaker(url: string, campaign_id: string): Promise<ChildProcess> {
  const taker = fork(path.join(__dirname, "taker-main.ts"), {
    execArgv: ["-r", "ts-node/register/transpile-only"],
    env: { ...process.env, NODE_OPTIONS: "", TAKER_INPUT: JSON.stringify({ url, campaign_id }) },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  await once(taker, "message")
  return taker
}

/** Has all take at the same time until none gets anything; answers how many they took together. */
async function takeAll(takers: ChildProcess[]): Promise<number> {
  const counts = await Promise.all(
    takers.map(async (taker) => {
      const answer = once(taker, "message")
      taker.send("take")
      const [{ taken }] = (await answer) as [{ taken: number }]
      return taken
    })
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
