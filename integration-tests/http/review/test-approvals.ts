import type { IEventBusModuleService, INotificationModuleService } from "@medusajs/framework/types"
import { asValue } from "@medusajs/framework/awilix"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
} from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { PlaygroundEvents } from "../../../src/events"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { PlaygroundModuleService } from "../../../src/modules/playground"
import batchFinishedNotification from "../../../src/subscribers/batch-finished-notification"
import {
  approveDraftsStep,
  type ApproveDraftsRequest,
} from "../../../src/workflows/reviews/steps/approve-drafts"
import {
  approveEmailStep,
  type ApproveEmailRequest,
} from "../../../src/workflows/reviews/steps/approve-email"
import { flagStaleApprovalsWorkflow } from "../../../src/workflows"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import { playgroundOf } from "../playground/client"
import { first, reviewOf } from "./client"

const failStep = createStep("fail-after-approval", async () => {
  if (Date.now() > 0) throw new Error("a later step failed")
  return new StepResponse()
})

const failAfterApproval = createWorkflow(
  "fail-after-approval",
  (input: WorkflowData<ApproveEmailRequest>) => {
    approveEmailStep(input)
    failStep()
  }
)

const failAfterApprovals = createWorkflow(
  "fail-after-approvals",
  (input: WorkflowData<ApproveDraftsRequest>) => {
    approveDraftsStep(input)
    failStep()
  }
)

const WITHIN = { withinMs: 45_000 }

/** Approved e-mails. */
export function testApprovals(host: Host): void {
  const playground = () => host.container().resolve<PlaygroundModuleService>("playground")
  const outreach = () => host.container().resolve<OutreachModuleService>("outreach")
  const approvedRows = () =>
    host.query<{ campaign_lead_id: string; lead_changed_at: Date | null }>(
      `select campaign_lead_id, lead_changed_at from playground_approved_email order by approved_at`
    )

  describe("generate", () => {
    const enqueued = async (campaign_id: string, body: object) => {
      const answer = await playgroundOf(host, campaign_id).post("generate", body)
      if (answer.status === 202) {
        await playgroundOf(host, campaign_id).finished(String(answer.body.batch_id))
      }
      return { status: answer.status, ids: answer.body.enqueued_lead_ids, body: answer.body }
    }

    it("passes over leads that hold an approved e-mail for the step, as far as it must page", async () => {
      const review = await reviewOf(host, 6)
      const [one, two, three, four, five, six] = review.lead_ids
      for (const draft of review.drafts.slice(0, 3)) await review.approve(draft)
      expect((await enqueued(review.campaign_id, { step_index: 1, n_leads: 2 })).ids).toEqual([
        four,
        five,
      ])
      expect((await enqueued(review.campaign_id, { step_index: 1 })).ids).toEqual([four, five, six])
      // Another step is another e-mail.
      expect((await enqueued(review.campaign_id, { step_index: 3, n_leads: 3 })).ids).toEqual([
        one,
        two,
        three,
      ])
      await review.post(`leads/${two}/unapprove`, { step_index: 1 })
      expect((await enqueued(review.campaign_id, { step_index: 1, n_leads: 2 })).ids).toEqual([
        two,
        four,
      ])
    })

    it("says so when all hold one, and drafts for one that is named, whose approval stays", async () => {
      const review = await reviewOf(host, 2)
      for (const draft of review.drafts) await review.approve(draft)
      const none = await enqueued(review.campaign_id, { step_index: 1 })
      expect([none.status, none.body]).toEqual([
        400,
        {
          type: "not_allowed",
          code: "all_approved",
          message: expect.stringMatching(/all 2 hold an approved e-mail/),
        },
      ])
      const named = review.lead_ids.slice(1)
      const body = { step_index: 1, campaign_lead_ids: named }
      expect((await enqueued(review.campaign_id, body)).ids).toEqual(named)
      expect(await approvedRows()).toHaveLength(2)
      expect((await review.readDrafts()).map((draft) => draft.review_status)).toEqual([
        "approved",
        "approved",
      ])
    })
  })

  describe("a lead that changes after the approval", () => {
    it("is noted on the e-mail that a sender gets, and a new approval clears the note", async () => {
      const review = await reviewOf(host, 2)
      const draft = first(review.drafts)
      await review.approve(draft)
      const lead = draft.campaign_lead_id
      await review.patch(`leads/${lead}`, { company: "Company0" })
      const same = await playground().retrieveApprovedEmail(lead, 1)
      expect(same).toMatchObject({
        campaign_id: review.campaign_id,
        campaign_lead_id: lead,
        subject: draft.subject,
        body: draft.body,
        lead_changed_at: null,
      })
      await review.patch(`leads/${lead}`, { company: "Renamed" })
      const changed = await playground().retrieveApprovedEmail(lead, 1)
      expect(changed).toEqual({ ...same, lead_changed_at: expect.any(Date) })
      await review.patch(`leads/${lead}`, { company: "Renamed again" })
      expect(await playground().retrieveApprovedEmail(lead, 1)).toEqual(changed)

      const text = { step_index: 1, subject: draft.subject, body: draft.body }
      const again = await review.post(`leads/${lead}/approve`, text)
      expect(again.body.approved_entry).toMatchObject({ lead_changed_at: null })
    })

    it("is noted, or refuses the approval, whichever of the two comes first", async () => {
      const review = await reviewOf(host, 12)
      const answers = await Promise.all(
        review.drafts.map(async (draft) => {
          const [approval] = await Promise.all([
            review.approve(draft),
            review.patch(`leads/${draft.campaign_lead_id}`, { company: "Renamed" }),
          ])
          return approval.status
        })
      )
      expect(answers.filter((status) => status !== 200 && status !== 422)).toEqual([])
      const unnoted = (await approvedRows()).filter(({ lead_changed_at }) => !lead_changed_at)
      expect(unnoted).toEqual([])
    })

    it.each([
      ["noted when it changes", { company: "Renamed" }],
      ["gone from the approvals when it is deleted", null],
    ])("is %s between the look at it and the approval", async (_, change) => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const path = `leads/${draft.campaign_lead_id}`
      const look = outreach().listStepLeadsById.bind(outreach())
      const spy = jest.spyOn(outreach(), "listStepLeadsById").mockImplementationOnce(async (of) => {
        const leads = await look(of)
        const { status } = await (change ? review.patch(path, change) : review.remove(path))
        expect(status).toBe(200)
        return leads
      })
      await review.approve(draft)
      spy.mockRestore()
      const noted = { campaign_lead_id: draft.campaign_lead_id, lead_changed_at: expect.any(Date) }
      expect(await approvedRows()).toEqual(change ? [noted] : [])
    })

    it("is noted by a host with a campaign source of its own through a published workflow", async () => {
      const review = await reviewOf(host, 3)
      for (const draft of review.drafts) await review.approve(draft)
      const [changed, gone, same] = review.lead_ids
      await host.query(`update outreach_campaign_lead set title = 'CEO' where id = $1`, [changed])
      await host.query(`delete from outreach_campaign_lead where id = $1`, [gone])
      await flagStaleApprovalsWorkflow(host.container()).run({
        input: { campaign_id: review.campaign_id, campaign_lead_ids: review.lead_ids },
      })
      expect(await approvedRows()).toEqual([
        { campaign_lead_id: changed, lead_changed_at: expect.any(Date) },
        { campaign_lead_id: same, lead_changed_at: null },
      ])
    })
  })

  describe("what is deleted", () => {
    it("takes the lead's approved e-mails with it, and the history says who", async () => {
      const review = await reviewOf(host, 2)
      for (const draft of review.drafts) await review.approve(draft)
      const [lead, other] = review.lead_ids
      expect((await review.remove(`leads/${lead}`)).status).toBe(200)
      expect((await approvedRows()).map((row) => row.campaign_lead_id)).toEqual([other])
      await expect(playground().retrieveApprovedEmail(lead ?? "", 1)).rejects.toMatchObject({
        type: "not_found",
      })
      const [last] = await host.query(
        `select action, actor, reason from playground_review_event
          where campaign_lead_id = $1 order by id desc`,
        [lead]
      )
      expect(last).toEqual({
        action: "unapprove",
        actor: "user_signed_in_test",
        reason: "The lead was deleted.",
      })
    })

    it("leaves no approved e-mail of a lead that is deleted while it is approved", async () => {
      const review = await reviewOf(host, 12)
      await Promise.all(
        review.drafts.flatMap((draft) => [
          review.approve(draft),
          review.remove(`leads/${draft.campaign_lead_id}`),
        ])
      )
      expect(await approvedRows()).toEqual([])
    })

    it("leaves none that was approved right before the lead went", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const remove = outreach().deleteCampaignLead.bind(outreach())
      const spy = jest
        .spyOn(outreach(), "deleteCampaignLead")
        .mockImplementationOnce(async (...of) => {
          expect((await review.approve(draft)).status).toBe(200)
          return remove(...of)
        })
      await review.remove(`leads/${draft.campaign_lead_id}`)
      spy.mockRestore()
      expect(await approvedRows()).toEqual([])
    })

    it("takes all approved e-mails of a campaign with it", async () => {
      const review = await reviewOf(host, 2)
      for (const draft of review.drafts) await review.approve(draft)
      await host
        .request()
        .delete(`/api/v1/campaigns/${review.campaign_id}`)
        .set(host.adminHeaders())
        .expect(200)
      expect(await approvedRows()).toEqual([])
    })
  })

  describe("the host's event bus", () => {
    const heard: { name: string; data: unknown }[] = []
    const subscribers = Object.values(PlaygroundEvents).map((name) => ({
      name,
      subscriberId: `heard-${name}`,
      listen: async ({ data }: { data: unknown }) => {
        heard.push({ name, data })
      },
    }))
    const bus = () => host.container().resolve<IEventBusModuleService>(Modules.EVENT_BUS)
    beforeEach(() => {
      heard.length = 0
      for (const { name, listen, subscriberId } of subscribers) {
        bus().subscribe(name, listen, { subscriberId })
      }
    })
    afterEach(() => {
      for (const { name, listen, subscriberId } of subscribers) {
        bus().unsubscribe(name, listen, { subscriberId })
      }
    })
    const hears = (count: number) =>
      eventually(() => heard.length >= count, { ...WITHIN, because: `${count} events are heard` })

    it("hears of a finished batch, and of each approval that changed something, once", async () => {
      const review = await reviewOf(host, 2)
      const { campaign_id, batch_id, lead_ids, drafts } = review
      await hears(1)
      const [one, two] = drafts
      if (!one || !two) throw new Error("a draft is missing")
      await review.approve(one)
      await review.approve(one)
      const bulk = { batch_id, draft_ids: [one.id, two.id] }
      await review.post("playground/approve", bulk)
      await review.post(`leads/${lead_ids[0]}/unapprove`, { step_index: 1 })
      await review.post(`leads/${lead_ids[0]}/unapprove`, { step_index: 1 })
      await review.remove(`leads/${lead_ids[1]}`)
      await hears(5)
      const email = (name: string, draft: typeof one) => ({
        name,
        data: {
          campaign_id,
          campaign_lead_id: draft.campaign_lead_id,
          step_index: 1,
          draft_id: draft.id,
        },
      })
      expect(heard).toEqual([
        {
          name: PlaygroundEvents.BATCH_FINISHED,
          data: { id: batch_id, campaign_id, step_index: 1 },
        },
        email(PlaygroundEvents.EMAIL_APPROVED, one),
        email(PlaygroundEvents.EMAIL_APPROVED, two),
        email(PlaygroundEvents.EMAIL_UNAPPROVED, one),
        email(PlaygroundEvents.EMAIL_UNAPPROVED, two),
      ])
    })

    it("hears of a cancelled batch once, and never that it has finished", async () => {
      const { campaign_id } = await reviewOf(host, 1)
      await hears(1)
      const batch_id = await playgroundOf(host, campaign_id).generate()
      const cancel = () => playgroundOf(host, campaign_id).post("cancel", { batch_id })
      const [answer] = await Promise.all([cancel(), cancel(), cancel()])
      expect(answer.status).toBe(200)
      const { status } = await playgroundOf(host, campaign_id).status(batch_id)
      await hears(2)
      const ofBatch = heard.filter(({ data }) => Reflect.get(Object(data), "id") === batch_id)
      const name =
        status === "cancelled" ? PlaygroundEvents.BATCH_CANCELLED : PlaygroundEvents.BATCH_FINISHED
      expect(ofBatch).toEqual([{ name, data: { id: batch_id, campaign_id, step_index: 1 } }])
    })

    it("may hang or refuse: no review waits for it", async () => {
      const emit = jest.spyOn(bus(), "emit")
      try {
        emit.mockReturnValue(new Promise(() => {}))
        const review = await reviewOf(host, 1)
        expect((await review.approve(first(review.drafts))).status).toBe(200)
        emit.mockRejectedValue(new Error("the bus is away"))
        const lead = first(review.lead_ids)
        expect((await review.post(`leads/${lead}/unapprove`, { step_index: 1 })).status).toBe(200)
        expect(emit.mock.calls.length).toBeGreaterThanOrEqual(3)
      } finally {
        emit.mockRestore()
      }
    })
  })

  it("puts a finished batch into the dashboard's feed, once", async () => {
    const { campaign_id, batch_id } = await reviewOf(host, 3)
    const feed = async () => {
      const { body } = await host
        .request()
        .get(
          "/admin/notifications?channel=feed&fields=id,data,template,idempotency_key,resource_id"
        )
        .set(host.adminHeaders())
        .expect(200)
      return body.notifications
    }
    await eventually(async () => (await feed()).length > 0, {
      ...WITHIN,
      because: "the feed has a notification",
    })
    const bus = host.container().resolve<IEventBusModuleService>(Modules.EVENT_BUS)
    const notifications = host.container().resolve<INotificationModuleService>(Modules.NOTIFICATION)
    const create = jest.spyOn(notifications, "createNotifications")
    const data = { id: batch_id, campaign_id, step_index: 1 }
    await bus.emit({ name: PlaygroundEvents.BATCH_FINISHED, data })
    await eventually(() => create.mock.calls.length > 0, { ...WITHIN, because: "it is told again" })
    await create.mock.results[0]?.value
    create.mockRestore()
    expect(await feed()).toEqual([
      expect.objectContaining({
        template: "admin-ui",
        resource_id: batch_id,
        data: {
          title: "3 drafts ready for review",
          description: "Autumn, step 1",
          file: {
            filename: "Open the drafts",
            url: `/app/outreach/${campaign_id}/playground?batch_id=${batch_id}`,
          },
        },
      }),
    ])
  })

  it("is no matter of the feed: a host without one is told in the log", async () => {
    const { campaign_id, batch_id } = await reviewOf(host, 1)
    const container = createMedusaContainer({}, host.container())
    const warn = jest.fn()
    container.register({
      [Modules.NOTIFICATION]: asValue({
        createNotifications: () => Promise.reject(new Error("no provider for channel: feed")),
      }),
      [ContainerRegistrationKeys.LOGGER]: asValue({ warn }),
    })
    const data = { id: batch_id, campaign_id, step_index: 1 }
    const event = { name: PlaygroundEvents.BATCH_FINISHED, data }
    await batchFinishedNotification({ event, container, pluginOptions: {} })
    expect(warn.mock.calls).toEqual([[expect.stringContaining("no provider for channel: feed")]])
  })

  describe("when a later step of a host's workflow fails", () => {
    it("an approval is taken away again, on the safe side", async () => {
      const review = await reviewOf(host, 2)
      const draft = first(review.drafts)
      const { campaign_id, batch_id } = review
      const one = failAfterApproval(host.container()).run({
        input: {
          campaign_id,
          campaign_lead_id: draft.campaign_lead_id,
          step_index: 1,
          subject: "S",
          body: "B",
          draft_id: draft.id,
          variant_label: null,
          expected_step_config_fingerprint: null,
          approved_by: "user_test",
        },
      })
      await expect(one).rejects.toMatchObject({ message: "a later step failed" })
      expect(await approvedRows()).toEqual([])
      const draft_ids = review.drafts.map(({ id }) => id)
      const bulk = failAfterApprovals(host.container()).run({
        input: { campaign_id, batch_id, draft_ids, approved_by: "user_test" },
      })
      await expect(bulk).rejects.toMatchObject({ message: "a later step failed" })
      expect(await approvedRows()).toEqual([])
      expect((await review.readDrafts()).map((draft) => draft.review_status)).toEqual([
        "pending",
        "pending",
      ])
    })
  })
}
