import { randomUUID } from "node:crypto"
import type { EntityManager } from "typeorm"
import { queryRows } from "../../../src/persistence/db"
import { cancelBatch } from "../../../src/modules/playground/sql/transitions/cancel-batch"
import { claimTasks, type Lease } from "../../../src/modules/playground/sql/transitions/claim-tasks"
import { completeTasks } from "../../../src/modules/playground/sql/transitions/complete-tasks"
import { renewLeases } from "../../../src/modules/playground/sql/transitions/renew-leases"
import { MAX_LOST_WORKERS } from "../../../src/modules/playground/state-machine"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"
import { insertBatch } from "../../../testing/ledger-batch"

/** Renewals do not wait for the disk: a crash of the server may take one back. */
describe("a renewal that the server has lost", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("lost_renewals")
  })
  afterAll(() => database.drop())

  const claim = (manager: EntityManager, lease: Lease) =>
    claimTasks(manager, { leases: [lease], leaseMs: 60_000, maxLostWorkers: MAX_LOST_WORKERS })
  const renew = (manager: EntityManager, lease: Lease) =>
    renewLeases(manager, { leases: [lease], leaseMs: 60_000 })
  const complete = (manager: EntityManager, lease: Lease, body: string) =>
    completeTasks(manager, [
      { ...lease, draft: { subject: "S", body }, cost: null, latency_ms: 1, flags: [] },
    ])
  const leaseOf = (task_id: string): Lease => ({ task_id, lease_token: randomUUID() })
  const bodies = (batch_id: string) =>
    queryRows<{ body: string }>(
      database.dataSource,
      `select body from playground_draft where batch_id = $1`,
      [batch_id]
    )

  /** A task that was claimed and renewed, as the crash leaves it: its lease ran out before the renewal. */
  async function lostRenewal() {
    const { manager } = database.dataSource
    const { batch_id, task_ids } = await insertBatch(manager, 1)
    const first = leaseOf(task_ids[0] ?? "")
    await claim(manager, first)
    expect(await renew(manager, first)).toEqual([{ lease_token: first.lease_token }])
    await manager.query(
      `update playground_draft_task set lease_until = now() - interval '1 second' where id = $1`,
      [first.task_id]
    )
    return { manager, batch_id, first }
  }

  it("lets another worker take the task, whose draft alone is written (G4, G5)", async () => {
    const { manager, batch_id, first } = await lostRenewal()
    const second = leaseOf(first.task_id)
    expect(await claim(manager, second)).toHaveLength(1)
    expect(await renew(manager, first)).toEqual([])
    expect(await complete(manager, first, "first")).toEqual([])
    expect(await complete(manager, second, "second")).toHaveLength(1)
    expect(await complete(manager, first, "first")).toEqual([])
    expect(await bodies(batch_id)).toEqual([{ body: "second" }])
  })

  it("costs nothing while nobody has taken the task: the next renewal or the draft comes through", async () => {
    const { manager, batch_id, first } = await lostRenewal()
    expect(await renew(manager, first)).toHaveLength(1)
    expect(await complete(manager, first, "first")).toHaveLength(1)
    expect(await bodies(batch_id)).toEqual([{ body: "first" }])
  })

  it("is the only thing that may be lost: claims, drafts and cancels wait for the disk", async () => {
    const { manager } = database.dataSource
    const { batch_id, campaign_id, task_ids } = await insertBatch(manager, 2)
    const lease = leaseOf(task_ids[0] ?? "")
    /** How the transaction of `work` would commit. */
    const commitMode = (work: (transaction: EntityManager) => Promise<unknown>) =>
      manager.transaction(async (transaction) => {
        await transaction.query(`set local synchronous_commit = on`)
        await work(transaction)
        const [row] = await queryRows<{ mode: string }>(
          transaction,
          `select current_setting('synchronous_commit') as mode`
        )
        return row?.mode
      })
    expect(await commitMode((transaction) => claim(transaction, lease))).toBe("on")
    expect(await commitMode((transaction) => renew(transaction, lease))).toBe("off")
    expect(await commitMode((transaction) => complete(transaction, lease, "B"))).toBe("on")
    const cancel = (transaction: EntityManager) =>
      cancelBatch(transaction, { batch_id, campaign_id })
    expect(await commitMode(cancel)).toBe("on")
  })
})
