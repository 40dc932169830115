import { createHash } from "node:crypto"
import { sweepSends } from "../../../src/modules/delivery/retention/sweep-sends"
import { forgetSends } from "../../../src/modules/delivery/sql/forget-sends"
import { keepOutboxMail } from "../../../src/modules/delivery/sql/outbox-mails"
import { acceptSends } from "../../../src/modules/delivery/sql/settle-sends"
import type { TakenSendRow } from "../../../src/modules/delivery/sql/take-sends"
import { findUnsubscribeTarget } from "../../../src/modules/delivery/unsubscribe/unsubscribe"
import { toUnsubscribeToken } from "../../../src/modules/delivery/unsubscribe/unsubscribe-token"
import { addSuppressions } from "../../../src/modules/delivery/suppressions/suppression-store"
import { removeSentTexts } from "../../../src/modules/playground/sql/review/remove-sent-texts"
import { queryRows } from "../../../src/persistence/db"
import {
  createDeliveryDatabase,
  insertApprovedCampaign,
  type ApprovedCampaign,
  type DeliveryDatabase,
} from "../../../testing/delivery-database"
import { scheduleStep, takeFrom } from "../../../testing/delivery-steps"

const RETENTION_DAYS = 30

describe("retention of mails", () => {
  let database: DeliveryDatabase
  beforeAll(async () => {
    database = await createDeliveryDatabase("retention")
  })
  afterAll(() => database.drop())

  const sweep = (retentionDays: number | "off" = RETENTION_DAYS) =>
    sweepSends(database.dataSource.manager, {
      retentionDays: retentionDays === "off" ? undefined : retentionDays,
      removeTexts: (sent) => removeSentTexts(database.dataSource.manager, sent),
    })

  /** Two mails of a campaign that the transport `outbox` has taken, so many days ago. */
  const sent = async (daysAgo: number) => {
    const { manager } = database.dataSource
    const campaign = await insertApprovedCampaign(manager, { leads: 2 })
    await scheduleStep(manager, campaign.campaign_id)
    const mails = await takeFrom(manager, campaign.campaign_id, 2)
    await acceptSends(
      manager,
      mails.map((mail) => ({ ...mail, transport_message_id: null }))
    )
    for (const { message_id, recipient, subject, body } of mails) {
      await keepOutboxMail(manager, { message_id, recipient, subject, eml: Buffer.from(body) })
    }
    await manager.query(
      `update delivery_send set accepted_at = accepted_at - $2 * interval '1 day'
        where campaign_id = $1`,
      [campaign.campaign_id, daysAgo]
    )
    return { manager, campaign, mails }
  }

  /** Everything of the campaign's mails that any table holds. */
  const stored = async ({ campaign_id }: ApprovedCampaign, mails: TakenSendRow[]) => {
    const { manager } = database.dataSource
    const all = await queryRows<{ row: string }>(
      manager,
      `select row_to_json(send)::text as row from delivery_send as send where campaign_id = $1
       union all select row_to_json(entry)::text from playground_approved_email as entry
                  where campaign_id = $1
       union all select row_to_json(mail)::text || convert_from(mail.eml, 'UTF8')
                   from delivery_outbox_mail as mail where mail.message_id = any ($2::text[])`,
      [campaign_id, mails.map(({ message_id }) => message_id)]
    )
    return all.map(({ row }) => row).join("\n")
  }

  it("takes text, recipient, footer and outbox, and leaves what proves that a mail was sent", async () => {
    const { manager, campaign, mails } = await sent(RETENTION_DAYS + 1)
    const before = await stored(campaign, mails)
    for (const { recipient, subject, body, footer } of mails) {
      for (const text of [recipient, subject, body, footer]) expect(before).toContain(text)
    }
    expect(await sweep("off")).toBe(0)
    expect(await stored(campaign, mails)).toBe(before)
    expect(await sweep()).toBe(2)
    const after = await stored(campaign, mails)
    for (const { id, message_id, recipient, subject, body, footer } of mails) {
      for (const text of [recipient, subject, `"${body}"`, footer]) {
        expect(after).not.toContain(text)
      }
      const [proof] = await queryRows<{ content_hash: string; recipient_hash: string }>(
        manager,
        `select * from delivery_send where id = $1 and status = 'accepted'
            and accepted_at is not null and scheduled_by = 'user_sender' and message_id = $2`,
        [id, message_id]
      )
      const hash = (text: string) => createHash("sha256").update(text).digest("hex")
      expect(proof).toMatchObject({
        content_hash: hash(`${subject}\n${body}`),
        recipient_hash: hash(recipient),
      })
    }
    expect(await sweep()).toBe(0)
    // Approved still, so nobody is drafted for again, and sent, so nothing is sent again.
    const approvals = await queryRows(
      manager,
      `select from playground_approved_email where campaign_id = $1`,
      [campaign.campaign_id]
    )
    expect(approvals).toHaveLength(2)
    expect(await scheduleStep(manager, campaign.campaign_id)).toEqual([{ reason: null, count: 0 }])
  })

  it("lets whoever got a mail unsubscribe long after its address is gone", async () => {
    const { manager, mails } = await sent(RETENTION_DAYS + 1)
    await sweep()
    const [mail] = mails
    const token = toUnsubscribeToken(mail?.id ?? "", "key")
    const target = await findUnsubscribeTarget(manager, token, "key")
    expect(target?.value.kind).toBe("hash")
    const values = target ? [{ ...target.value, reason: "unsubscribed" as const }] : []
    await addSuppressions(manager, { values, source: "test", actor: "system" })
    const [row] = await queryRows<{ first: boolean; second: boolean }>(
      manager,
      `select delivery_is_suppressed($1) as first, delivery_is_suppressed($2) as second`,
      [mail?.recipient.toUpperCase(), mails[1]?.recipient]
    )
    expect(row).toEqual({ first: true, second: false })
  })

  it("leaves what is younger, what was approved anew, and what nobody has settled", async () => {
    const young = await sent(RETENTION_DAYS - 1)
    const before = await stored(young.campaign, young.mails)
    const anew = await sent(RETENTION_DAYS + 1)
    await anew.manager.query(
      `update playground_approved_email set body = 'Another body' where campaign_id = $1`,
      [anew.campaign.campaign_id]
    )
    const unknown = await sent(RETENTION_DAYS + 1)
    await unknown.manager.query(
      `update delivery_send set status = 'unknown', accepted_at = null,
              updated_at = updated_at - interval '1 year' where campaign_id = $1`,
      [unknown.campaign.campaign_id]
    )
    const undecided = await stored(unknown.campaign, unknown.mails)
    expect(await sweep()).toBe(2)
    expect(await stored(young.campaign, young.mails)).toBe(before)
    expect(await stored(anew.campaign, anew.mails)).toContain("Another body")
    expect(await stored(unknown.campaign, unknown.mails)).toBe(undecided)
  })

  it("finds the same again where the process dies between the texts and the sends", async () => {
    const { manager, campaign, mails } = await sent(RETENTION_DAYS + 1)
    const died = sweepSends(manager, {
      retentionDays: RETENTION_DAYS,
      removeTexts: async (old) => {
        await removeSentTexts(manager, old)
        throw new Error("the process died")
      },
    })
    await expect(died).rejects.toThrow("died")
    expect(await stored(campaign, mails)).toContain(mails[0]?.recipient)
    expect(await sweep()).toBe(2)
    expect(await stored(campaign, mails)).not.toContain(mails[0]?.recipient)
  })

  it("takes the recipient of what came to nothing too, and lets it be sent after all", async () => {
    const { manager, campaign, mails } = await sent(0)
    const { campaign_id } = campaign
    await manager.query(
      `update delivery_send set status = 'cancelled', accepted_at = null, error_code = 'cancelled',
              updated_at = updated_at - interval '31 days' where campaign_id = $1`,
      [campaign_id]
    )
    expect(await sweep()).toBe(2)
    const rows = await queryRows<{ recipient: string | null }>(
      manager,
      `select recipient from delivery_send where campaign_id = $1`,
      [campaign_id]
    )
    expect(rows).toEqual([{ recipient: null }, { recipient: null }])
    expect(await scheduleStep(manager, campaign_id)).toEqual([{ reason: null, count: 2 }])
    const again = await takeFrom(manager, campaign_id, 2)
    expect(again.map(({ recipient }) => recipient).sort()).toEqual(
      mails.map(({ recipient }) => recipient).sort()
    )
    // What is on its way is never forgotten, whoever asks.
    await forgetSends(
      manager,
      again.map(({ id }) => id)
    )
    expect(
      await queryRows(
        manager,
        `select from delivery_send where campaign_id = $1 and recipient is null`,
        [campaign_id]
      )
    ).toEqual([])
  })
})
