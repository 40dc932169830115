import { eventually } from "../../testing/eventually"
import { faketime } from "../../testing/lab/faketime"
import { OwnRedis } from "../../testing/own-redis"
import { inSendLab, type SendLab } from "../../testing/send-lab/send-lab"

const BACKENDS = ["redis", "postgres"] as const

/** A transport that may take its time: an answer that comes late is still waited for. */
const SLOW = { sending: { timeoutMs: 30_000 } }

const shiftLease = (lab: SendLab) =>
  lab.database.dataSource.query(
    `update delivery_send set lease_until = now() - interval '1 second' where status = 'in_flight'`
  )

describe.each(BACKENDS)("mails on their way, with the queue on %s", (backend) => {
  it(`G12 (${backend}): every approved mail is handed over once by two processes, word for word`, async () => {
    await inSendLab({ backend }, async (lab) => {
      await Promise.all([lab.start("one"), lab.start("two")])
      const campaign = await lab.sending(60)
      await lab.all(campaign, "accepted")
      expect(lab.mails).toHaveLength(60)
      expect(lab.sentTwice).toEqual([])
      expect(lab.mails[0]?.text).toMatch(/^Body \d+\n\n-- \nNorthwind Ltd, 1 Main Street\nhttp/)
      // Pressed again: nothing is left to send.
      expect(await lab.press(campaign)).toMatchObject({ scheduled: 0, held_back: [] })
    })
  })

  it(`G12 (${backend}): mails of a process that was killed are shown as unknown, and never sent again by themselves`, async () => {
    await inSendLab({ backend }, async (lab) => {
      const killed = await lab.start("killed")
      lab.hold()
      const campaign = await lab.sending(8)
      await lab.untilWaiting(8)
      await killed.kill()
      lab.release()
      await lab.start("replacement")
      await lab.all(campaign, "unknown")
      expect(lab.mails).toHaveLength(8)
      const [first, second] = await lab.sends(campaign)
      const resolve = (send_id = "", as: "sent" | "send_again") =>
        lab.api.resolveSend({ campaign_id: campaign.campaign_id, send_id, as, actor: "user_one" })
      expect(await resolve(first?.id, "sent")).toMatchObject({ status: "accepted" })
      await resolve(second?.id, "send_again")
      await eventually(async () => (await lab.sends(campaign))[1]?.status === "accepted", {
        withinMs: 20_000,
        because: "the mail that a person sent again is accepted",
      })
      expect(lab.mails).toHaveLength(9)
    })
  })

  it(`G12 (${backend}): a process that dies right after the transport took a mail sends it once`, async () => {
    await inSendLab({ backend }, async (lab) => {
      await lab.start("crashing")
      lab.policy = ({ worker }) => ({ do: worker === "crashing" ? "crash" : "accept" })
      const campaign = await lab.sending(20)
      await eventually(() => lab.mails.length > 0, { withinMs: 20_000, because: "it crashes" })
      await lab.start("replacement")
      await eventually(
        async () =>
          (await lab.sends(campaign)).every(({ status }) => /accepted|unknown/.test(status)),
        { withinMs: 30_000, because: "the others are sent and the lost ones are shown" }
      )
      expect(lab.sentTwice).toEqual([])
      const sends = await lab.sends(campaign)
      const reached = lab.mails.filter(({ worker }) => worker === "crashing").length
      const unknown = sends.filter(({ status }) => status === "unknown").length
      // Some were taken by the dying process and had not left it: shown all the same, and not sent.
      expect(unknown).toBeGreaterThanOrEqual(reached)
      expect(unknown + lab.mails.length - reached).toBe(20)
    })
  })

  it(`G12 (${backend}): a process that was frozen after it took mails hands none over once it works again`, async () => {
    await inSendLab({ backend, options: SLOW }, async (lab) => {
      const frozen = await lab.start("frozen")
      lab.hold()
      const campaign = await lab.sending(4)
      await lab.untilWaiting(4)
      frozen.freeze()
      await shiftLease(lab)
      await lab.start("replacement")
      await lab.all(campaign, "unknown")
      // The transport had them all the while: the late answer is the truth.
      lab.release()
      frozen.thaw()
      await lab.all(campaign, "accepted")
      expect(lab.mails).toHaveLength(4)
      expect(lab.sentTwice).toEqual([])
    })
  })

  it(`G12 (${backend}): a late answer changes nothing that a person has settled`, async () => {
    await inSendLab({ backend, options: SLOW }, async (lab) => {
      const frozen = await lab.start("frozen")
      lab.hold()
      const campaign = await lab.sending(1)
      await lab.untilWaiting(1)
      frozen.freeze()
      await shiftLease(lab)
      await lab.api.reconcileSends()
      const [send] = await lab.all(campaign, "unknown")
      const { campaign_id } = campaign
      const decision = { campaign_id, send_id: send?.id ?? "", actor: "user_one" }
      await lab.api.resolveSend({ ...decision, as: "sent" })
      const [settled] = await lab.sends(campaign)
      lab.release({ do: "refuse" })
      frozen.thaw()
      await frozen.terminate()
      expect(await lab.sends(campaign)).toEqual([settled])
    })
  })

  it(`G12 (${backend}): a shutdown finishes what it can and shows what it cannot`, async () => {
    await inSendLab({ backend }, async (lab) => {
      const leaving = await lab.start("leaving")
      lab.hold()
      const campaign = await lab.sending(8)
      await lab.untilWaiting(8)
      for (const { answer } of [...lab.waiting].slice(0, 3)) answer({ do: "accept" })
      expect(await leaving.terminate()).toBe(0)
      const statuses = (await lab.sends(campaign)).map(({ status }) => status).sort()
      expect(statuses).toEqual([...Array(3).fill("accepted"), ...Array(5).fill("unknown")])
      expect(lab.sentTwice).toEqual([])
    })
  })

  it(`G12 (${backend}): refused for now is tried again, refused for good is not, and no answer is unknown`, async () => {
    await inSendLab({ backend, options: { sending: { maxAttempts: 3 } } }, async (lab) => {
      await lab.start("one")
      let refusals = 0
      lab.policy = ({ to }) => {
        if (to.startsWith("lead-0-")) return { do: "refuse" }
        if (to.startsWith("lead-1-")) return { do: "unknown" }
        if (to.startsWith("lead-2-")) return { do: "defer" }
        if (to.startsWith("lead-3-") && refusals++ < 2) return { do: "defer" }
        return { do: "accept" }
      }
      const campaign = await lab.sending(5)
      await eventually(
        async () =>
          !(await lab.sends(campaign)).some(({ status }) => /scheduled|in_flight/.test(status)),
        { withinMs: 30_000, because: "each has come to an end" }
      )
      expect(await lab.sends(campaign)).toMatchObject([
        { status: "rejected", attempt: 1, error_code: "desk_refused" },
        { status: "unknown", attempt: 1 },
        { status: "rejected", attempt: 3, error_code: "desk_busy" },
        { status: "accepted", attempt: 3 },
        { status: "accepted", attempt: 1 },
      ])
    })
  })

  it(`G12 (${backend}): pause and cancel stop what is not in flight within a second`, async () => {
    await inSendLab({ backend }, async (lab) => {
      await lab.start("one")
      lab.hold()
      const campaign = await lab.sending(40)
      await lab.untilWaiting(8)
      await lab.api.pauseSending(campaign.campaign_id, "user_one")
      const atPause = lab.mails.length
      lab.release()
      await eventually(
        async () => !(await lab.sends(campaign)).some(({ status }) => status === "in_flight"),
        { withinMs: 10_000, because: "what was in flight has ended" }
      )
      expect(lab.mails).toHaveLength(atPause)
      expect(await lab.api.cancelSending(campaign.campaign_id, "user_one")).toBe(40 - atPause)
      await lab.api.resumeSending(campaign.campaign_id, "user_one")
      expect((await lab.press(campaign)).scheduled).toBe(40 - atPause)
      await lab.all(campaign, "accepted")
      expect(lab.sentTwice).toEqual([])
    })
  })

  it(`G12 (${backend}): two hours of a wrong clock move no mail`, async () => {
    await inSendLab({ backend }, async (lab) => {
      await lab.start("ahead", faketime("+2h"))
      await lab.start("behind", faketime("-2h"))
      const campaign = await lab.sending(30)
      await lab.all(campaign, "accepted")
      expect(lab.mails).toHaveLength(30)
    })
  })
})

it("G12: with Redis away Send is committed, and the mails go once Redis is there", async () => {
  const redis = await OwnRedis.open({ isRunning: false })
  try {
    await inSendLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
      await lab.start("one")
      const campaign = await lab.sending(5)
      expect((await lab.sends(campaign)).map(({ status }) => status)).toEqual(
        Array(5).fill("scheduled")
      )
      await redis.start()
      await lab.all(campaign, "accepted")
      expect(lab.mails).toHaveLength(5)
    })
  } finally {
    await redis.kill()
  }
})

it("G12: a transport that can tell settles what a crash left unknown", async () => {
  await inSendLab({ backend: "postgres", transport: "outbox" }, async (lab) => {
    await lab.start("one")
    const campaign = await lab.sending(3)
    await lab.all(campaign, "accepted")
    // As a process leaves them that dies before it hears: of one the outbox knows nothing.
    const db = lab.database.dataSource
    const [send] = await lab.sends(campaign)
    await db.query(
      `update delivery_send set status = 'unknown', accepted_at = null, lease_token = gen_random_uuid()
        where campaign_id = $1`,
      [campaign.campaign_id]
    )
    await db.query(
      `delete from delivery_outbox_mail where message_id =
         (select message_id from delivery_send where id = $1)`,
      [send?.id]
    )
    await lab.all(campaign, "accepted")
    const attempts = (await lab.sends(campaign)).map(({ attempt }) => attempt)
    expect(attempts).toEqual([2, 1, 1])
  })
})
