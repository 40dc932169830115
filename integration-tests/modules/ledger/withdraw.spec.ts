import { randomUUID } from "node:crypto"
import type { IEventBusModuleService } from "@medusajs/framework/types"
import { ReviewStore } from "../../../src/modules/playground/review/review-store"
import { HostEvents } from "../../../src/modules/playground/signals/host-events"
import { queryRows } from "../../../src/persistence/db"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

type Emit = IEventBusModuleService["emit"]

const APPROVALS = 2_500
const CHUNK = 1_000

describe("taking all approvals of a campaign away", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("withdraw")
  })
  afterAll(() => database.drop())

  const approve = async (count: number): Promise<string> => {
    const campaign_id = randomUUID()
    await database.dataSource.query(
      `insert into playground_approved_email
         (campaign_lead_id, step_index, campaign_id, subject, body, variant_label,
          step_config_fingerprint, lead_fingerprint, is_edited, approved_by)
       select gen_random_uuid(), 1 + number % 3, $1, 'S', 'B', 'A', 'f', 'f', false, 'user_test'
         from generate_series(1, $2::integer) as number`,
      [campaign_id, count]
    )
    return campaign_id
  }
  const withdraw = (campaign_id: string, emit: Emit) => {
    const events = new HostEvents({ eventBus: { emit }, logger: console })
    const review = new ReviewStore(async () => database.dataSource.manager, events)
    return review.withdraw({
      campaign_id,
      campaign_lead_ids: null,
      step_indices: null,
      action: "unapprove",
      actor: "user_test",
      reason: "The campaign was deleted.",
    })
  }
  const counts = async (campaign_id: string) => {
    const [row] = await queryRows(
      database.dataSource,
      `select (select count(*)::int from playground_approved_email where campaign_id = $1) as approved,
              (select count(*)::int from playground_review_event where campaign_id = $1) as events,
              (select count(distinct xmin::text)::int from playground_review_event
                where campaign_id = $1) as transactions`,
      [campaign_id]
    )
    return row
  }

  it("goes in chunks, each committed and told by itself, one at a time", async () => {
    const campaign_id = await approve(APPROVALS)
    const told: number[] = []
    let underWay = 0
    let most = 0
    const emit: Emit = async (messages: unknown) => {
      told.push(Array.isArray(messages) ? messages.length : 1)
      underWay += 1
      most = Math.max(most, underWay)
      // The work of a slow bus, so that two at once would meet; the test itself waits for nothing.
      await new Promise((resolve) => setTimeout(resolve, 50))
      underWay -= 1
    }
    expect(await withdraw(campaign_id, emit)).toBe(APPROVALS)
    expect(told).toEqual([CHUNK, CHUNK, APPROVALS - 2 * CHUNK])
    expect(most).toBe(1)
    expect(await counts(campaign_id)).toEqual({ approved: 0, events: APPROVALS, transactions: 3 })
  })

  it("by two at the same time takes each away once", async () => {
    const campaign_id = await approve(APPROVALS)
    const emit: Emit = () => Promise.resolve()
    const [one, two] = await Promise.all([withdraw(campaign_id, emit), withdraw(campaign_id, emit)])
    expect(one + two).toBe(APPROVALS)
    expect(await counts(campaign_id)).toMatchObject({ approved: 0, events: APPROVALS })
  })

  it("holds no more than 10,000 messages for a bus that takes none, and says so once", async () => {
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] })
    try {
      const warnings: string[] = []
      let held = 0
      const events = new HostEvents({
        eventBus: {
          emit: (messages: unknown) => {
            held += Array.isArray(messages) ? messages.length : 1
            return new Promise<void>(() => {})
          },
        },
        logger: { warn: (warning) => warnings.push(warning) },
      })
      const emails = Array.from({ length: CHUNK }, () => ({
        campaign_id: randomUUID(),
        campaign_lead_id: randomUUID(),
        step_index: 1,
        draft_id: null,
      }))
      for (let chunk = 0; chunk < 30; chunk++) events.emailsUnapproved(emails)
      await events.settled()
      expect(held).toBe(10_000)
      expect(warnings).toEqual([expect.stringContaining("10000 wait")])
    } finally {
      jest.useRealTimers()
    }
  })
})
