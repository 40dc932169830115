import { randomUUID } from "node:crypto"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { first, reviewOf } from "./client"

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Reviewing drafts. */
export function testReview(host: Host): void {
  const outreach = () => host.container().resolve<OutreachModuleService>("outreach")
  const events = (lead: string) =>
    host.query<{ action: string; actor: string; draft_id: string; is_edited: boolean | null }>(
      `select action, actor, draft_id, is_edited from playground_review_event
        where campaign_lead_id = $1 order by id`,
      [lead]
    )

  describe("approve", () => {
    it("fills the provenance from the draft, and the drafts list says so", async () => {
      const review = await reviewOf(host)
      const draft = first(review.drafts)
      const answer = await review.approve(draft)
      expect(answer.body).toEqual({
        campaign_id: review.campaign_id,
        campaign_lead_id: draft.campaign_lead_id,
        updated_at: expect.stringMatching(ISO),
        step_index: 1,
        approved_steps: [1],
        approved_entry: {
          step_index: 1,
          subject: draft.subject,
          body: draft.body,
          variant_label: "A",
          draft_id: draft.id,
          batch_id: review.batch_id,
          prompt: expect.stringContaining("{{ lead.first_name }}"),
          prompt_version_hash: draft.prompt_version_hash,
          step_config_fingerprint: draft.step_config_fingerprint,
          lead_fingerprint: draft.lead_fingerprint,
          sender_profile_id: null,
          generator: "mail-merge",
          model: null,
          latency_ms: draft.latency_ms,
          is_edited: false,
          approved_by: "user_signed_in_test",
          approved_at: expect.stringMatching(ISO),
          lead_changed_at: null,
        },
      })
      expect(answer.status).toBe(200)
      const [approved, other] = await review.readDrafts()
      expect(approved).toMatchObject({
        review_status: "approved",
        reviewed_by: "user_signed_in_test",
        reviewed_at: answer.body.approved_entry.approved_at,
        reject_reason: null,
      })
      expect(other).toMatchObject({
        review_status: "pending",
        reviewed_at: null,
        reviewed_by: null,
      })
      expect(await events(draft.campaign_lead_id)).toEqual([
        { action: "approve", actor: "user_signed_in_test", draft_id: draft.id, is_edited: false },
      ])
    })

    it("keeps every byte of an edited text, and hands it out again", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const subject = " \u00e9 e\u0301 \u202eRTL\u202c \ud83d\ude00 '\"\\{} \ufeff "
      const body = "\r\n tab\t, trailing blanks  \n\n\u2028 nul-free\u0001 {{ lead.first_name }} \r"
      const answer = await review.approve(draft, { subject, body })
      expect(answer.body.approved_entry).toMatchObject({ subject, body, is_edited: true })
      const read = await review.get(`leads/${draft.campaign_lead_id}/approved-emails/1`)
      expect(read.body).toEqual({ approved_entry: answer.body.approved_entry })
      const [edit] = await events(draft.campaign_lead_id)
      expect(edit).toMatchObject({ draft_id: draft.id, is_edited: true })
    })

    it("takes the longest text in 4-byte characters, and not one character more", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const longest = { subject: "\ud83d\ude00".repeat(998), body: "\ud83d\ude00".repeat(50_000) }
      const answer = await review.approve(draft, longest)
      expect(answer.body.approved_entry).toMatchObject(longest)
      for (const wrong of [
        { subject: "" },
        { body: "" },
        { subject: longest.subject + "x" },
        { body: longest.body + "x" },
        { subject: "one\r\nBcc: two" },
        { body: "a\0b" },
        { body: "\ud83d" },
        { step_index: 0 },
        { step_index: 33 },
        { step_index: "1" },
        { draft_id: "no-uuid" },
        { other: 1 },
      ]) {
        const refused = await review.approve(draft, wrong)
        expect([refused.status, refused.body]).toEqual([
          400,
          {
            type: "invalid_data",
            message: expect.stringMatching(new RegExp(Object.keys(wrong)[0]!)),
          },
        ])
      }
    })

    it("takes a text of a person's own, without a draft", async () => {
      const review = await reviewOf(host, 1)
      const lead = first(review.lead_ids)
      const mine = { step_index: 1, subject: "Mine", body: "My own words" }
      const answer = await review.post(`leads/${lead}/approve`, { ...mine, variant_label: "A" })
      expect(answer.status).toBe(200)
      expect(answer.body.approved_entry).toMatchObject({
        ...mine,
        draft_id: null,
        batch_id: null,
        prompt: null,
        is_edited: false,
        lead_fingerprint: first(review.drafts).lead_fingerprint,
      })
    })

    it("answers 404 for what is not there or another's, and 400 for what cannot be approved", async () => {
      const review = await reviewOf(host, 2)
      const other = await createCampaign(host, { leads: 1 })
      const draft = first(review.drafts)
      const text = { step_index: 1, subject: "S", body: "B" }
      const at = (lead: string, body: object) => review.post(`leads/${lead}/approve`, body)
      const elsewhere = await host
        .request()
        .post(`/api/v1/campaigns/${other.campaign_id}/leads/${first(other.lead_ids)}/approve`)
        .set(host.adminHeaders())
        .send({ ...text, draft_id: draft.id })
      const statuses = {
        unknownLead: (await at(randomUUID(), text)).status,
        othersLead: (await at(first(other.lead_ids), text)).status,
        unknownStep: (await at(draft.campaign_lead_id, { ...text, step_index: 9 })).status,
        unknownDraft: (await at(draft.campaign_lead_id, { ...text, draft_id: randomUUID() }))
          .status,
        othersDraft: elsewhere.status,
        draftOfAnotherLead: (await at(review.lead_ids[1] ?? "", { ...text, draft_id: draft.id }))
          .status,
        draftOfAnotherStep: (
          await at(draft.campaign_lead_id, { ...text, step_index: 3, draft_id: draft.id })
        ).status,
        templateStep: (await at(draft.campaign_lead_id, { ...text, step_index: 2 })).status,
        noUuid: (await at("nonsense", text)).status,
        noToken: (
          await host
            .request()
            .post(`/api/v1/campaigns/${review.campaign_id}/leads/${draft.campaign_lead_id}/approve`)
            .send(text)
        ).status,
      }
      expect(statuses).toEqual({
        unknownLead: 404,
        othersLead: 404,
        unknownStep: 404,
        unknownDraft: 404,
        othersDraft: 404,
        draftOfAnotherLead: 404,
        draftOfAnotherStep: 400,
        templateStep: 400,
        noUuid: 400,
        noToken: 401,
      })
      expect(await host.query(`select id from playground_approved_email`)).toEqual([])
    })
  })

  describe("what has changed since a draft was written", () => {
    const stale = (code: string, ...said: string[]) => ({
      type: "not_allowed",
      code,
      message: expect.stringMatching(new RegExp(said.join(".*"), "s")),
    })

    it("answers 422 and names the lead's fields", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      await review.patch(`leads/${draft.campaign_lead_id}`, { company: "Renamed", title: "CEO" })
      const answer = await review.approve(draft)
      expect([answer.status, answer.body]).toEqual([
        422,
        stale("lead_changed", draft.id, "company, title"),
      ])
    })

    it("answers 422 and names the sender, the step's fields, or the variant", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const sender = await outreach().createSenderProfile({ profile_name: "Ada" })
      await outreach().updateCampaign(review.campaign_id, { sender_profile_id: sender.id })
      const bySender = await review.approve(draft)
      expect([bySender.status, bySender.body]).toEqual([422, stale("sender_changed", '"Ada"')])

      await outreach().updateCampaign(review.campaign_id, { sender_profile_id: null })
      const { steps } = await outreach().retrieveCampaign(review.campaign_id)
      const [step, ...others] = steps
      if (!step) throw new Error("the campaign has no step")
      const withStep = (changes: object) =>
        outreach().updateCampaign(review.campaign_id, {
          steps: [{ ...step, ...changes }, ...others],
        })
      await withStep({ delay_days: 5 })
      const byStep = await review.approve(draft)
      expect([byStep.status, byStep.body]).toEqual([422, stale("step_changed", "delay_days")])

      await withStep({ variants: [{ ...first(step.variants), label: "Z" }] })
      const byVariant = await review.approve(draft)
      expect([byVariant.status, byVariant.body]).toEqual([
        422,
        stale("variant_changed", '"A"', '"Z"'),
      ])

      const template = { type: "TEMPLATE", template: { subject: "S", body: "B" } }
      await withStep({ variants: [{ ...first(step.variants), ...template }] })
      expect((await review.approve(draft)).body).toEqual(stale("variant_changed", '"A"'))

      await withStep({})
      expect((await review.approve(draft)).status).toBe(200)
    })

    it("answers 422 when the caller expected another variant or fingerprint", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const variant = await review.approve(draft, { variant_label: "B" })
      expect([variant.status, variant.body]).toEqual([422, stale("variant_changed", '"A"', '"B"')])
      const fingerprint = await review.approve(draft, { expected_step_config_fingerprint: "old" })
      expect([fingerprint.status, fingerprint.body.code]).toEqual([422, "step_changed"])
      const right = await review.approve(draft, {
        variant_label: "A",
        expected_step_config_fingerprint: draft.step_config_fingerprint,
      })
      expect(right.status).toBe(200)
    })
  })

  describe("approvals of one lead and step at the same time", () => {
    it("are one row and one act when they say the same", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const answers = await Promise.all(Array.from({ length: 20 }, () => review.approve(draft)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      expect(new Set(answers.map(({ body }) => JSON.stringify(body.approved_entry))).size).toBe(1)
      expect(await events(draft.campaign_lead_id)).toHaveLength(1)
    })

    it("are one row, the last, and twenty acts when each says something else", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const bodies = Array.from({ length: 20 }, (_, place) => `Text ${place}`)
      const answers = await Promise.all(bodies.map((body) => review.approve(draft, { body })))
      expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200))
      const rows = await host.query<{ body: string; approved_at: Date }>(
        `select body, approved_at from playground_approved_email`
      )
      expect(rows).toEqual([expect.objectContaining({ body: expect.stringMatching(/^Text \d+$/) })])
      expect(await events(draft.campaign_lead_id)).toHaveLength(20)
      const read = await review.get(`leads/${draft.campaign_lead_id}/approved-emails/1`)
      expect(read.body.approved_entry.body).toBe(first(rows).body)
    })

    it("never leave a draft both rejected and approved", async () => {
      const review = await reviewOf(host, 10)
      await Promise.all(
        review.drafts.flatMap((draft) => [
          review.approve(draft),
          review.post(`playground/drafts/${draft.id}/reject`),
        ])
      )
      const both = await host.query(
        `select entry.id from playground_approved_email as entry
           join playground_draft as task on task.id = entry.draft_id
          where task.rejected_at is not null`
      )
      expect(both).toEqual([])
      const reviewed = (await review.readDrafts()).map((draft) => draft.review_status)
      expect(reviewed).not.toContain("pending")
    })
  })

  describe("unapprove and reset", () => {
    it("take approvals away, say what is left, and change nothing when repeated", async () => {
      const review = await reviewOf(host, 1)
      const lead = first(review.lead_ids)
      for (const step_index of [1, 3]) {
        await review.post(`leads/${lead}/approve`, { step_index, subject: "S", body: "B" })
      }
      const unapproved = await review.post(`leads/${lead}/unapprove`, { step_index: 1 })
      expect([unapproved.status, unapproved.body]).toEqual([
        200,
        {
          campaign_id: review.campaign_id,
          campaign_lead_id: lead,
          updated_at: expect.stringMatching(ISO),
          step_index: 1,
          approved_steps: [3],
          approved_entry: null,
        },
      ])
      const again = await review.post(`leads/${lead}/unapprove`, { step_index: 1 })
      expect(again.body).toEqual(unapproved.body)
      expect((await review.get(`leads/${lead}/approved-emails/1`)).status).toBe(404)

      const named = await review.post(`leads/${lead}/reset`, { step_indices: [1, 2] })
      expect(named.body.approved_steps).toEqual([3])
      const all = await review.post(`leads/${lead}/reset`, { step_indices: null })
      expect(all.body).toMatchObject({ approved_steps: [], approved_entry: null, step_index: null })
      expect((await review.post(`leads/${lead}/reset`)).body).toEqual(all.body)
      expect((await review.post(`leads/${lead}/reset`, { step_indices: [] })).status).toBe(400)
      expect((await review.post(`leads/${lead}/reset`, { step_indices: [1, 1] })).status).toBe(400)
      expect((await review.post(`leads/${randomUUID()}/reset`)).status).toBe(404)
      expect((await events(lead)).map(({ action }) => action)).toEqual([
        "approve",
        "approve",
        "unapprove",
        "reset",
      ])
    })
  })

  describe("reject", () => {
    it("keeps the draft with its reason, and it is never approved afterwards", async () => {
      const review = await reviewOf(host, 1)
      const draft = first(review.drafts)
      const path = `playground/drafts/${draft.id}/reject`
      const rejected = await review.post(path, { reason: "Too pushy" })
      expect([rejected.status, rejected.body]).toEqual([
        200,
        {
          draft: {
            ...draft,
            review_status: "rejected",
            reviewed_at: expect.stringMatching(ISO),
            reviewed_by: "user_signed_in_test",
            reject_reason: "Too pushy",
          },
        },
      ])
      expect((await review.post(path, { reason: "Another" })).body).toEqual(rejected.body)
      expect(await review.readDrafts()).toEqual([rejected.body.draft])

      const approval = await review.approve(draft)
      expect([approval.status, approval.body.type]).toEqual([400, "not_allowed"])
      const bulk = { batch_id: review.batch_id, draft_ids: [draft.id] }
      const { body } = await review.post("playground/approve", bulk)
      expect(body).toMatchObject({ approved: [], refused: [{ code: "draft_rejected" }] })
    })

    it("refuses the approved e-mail of a lead, and what is no draft of the campaign", async () => {
      const review = await reviewOf(host, 1)
      const other = await reviewOf(host, 1)
      const draft = first(review.drafts)
      await review.approve(draft)
      const refused = await review.post(`playground/drafts/${draft.id}/reject`)
      expect([refused.status, refused.body.message]).toEqual([
        400,
        expect.stringContaining("unapprove"),
      ])
      const elsewhere = await review.post(`playground/drafts/${first(other.drafts).id}/reject`)
      expect(elsewhere.status).toBe(404)
      const long = await review.post(`playground/drafts/${draft.id}/reject`, {
        reason: "x".repeat(1001),
      })
      expect(long.status).toBe(400)
    })
  })

  describe("bulk approve", () => {
    it("approves what may be, and says of every other why not", async () => {
      const review = await reviewOf(host, 5)
      const [good, rejected, changed, , alsoGood] = review.drafts
      if (!good || !rejected || !changed || !alsoGood) throw new Error("a draft is missing")
      await review.post(`playground/drafts/${rejected.id}/reject`)
      await review.patch(`leads/${changed.campaign_lead_id}`, { company: "Renamed" })
      const unknown = randomUUID()
      const body = {
        batch_id: review.batch_id,
        draft_ids: [good.id, rejected.id, changed.id, unknown, alsoGood.id],
      }
      const answer = await review.post("playground/approve", body)
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          campaign_id: review.campaign_id,
          batch_id: review.batch_id,
          approved: [good, alsoGood].map(({ id, campaign_lead_id }) => ({
            draft_id: id,
            campaign_lead_id,
          })),
          refused: [
            { draft_id: rejected.id, code: "draft_rejected", message: expect.any(String) },
            {
              draft_id: changed.id,
              code: "lead_changed",
              message: expect.stringMatching(/company/),
            },
            { draft_id: unknown, code: "not_found", message: expect.any(String) },
          ],
        },
      ])
      const reviewed = (await review.readDrafts()).map((draft) => draft.review_status)
      expect(reviewed).toEqual(["approved", "rejected", "pending", "pending", "approved"])
      expect((await review.post("playground/approve", body)).body).toEqual(answer.body)
      expect(await events(good.campaign_lead_id)).toHaveLength(1)
    })

    it("wants 1 to 200 drafts of one batch, named once", async () => {
      const review = await reviewOf(host, 1)
      const { id } = first(review.drafts)
      const bulk = (draft_ids: string[], batch_id = review.batch_id) =>
        review.post("playground/approve", { batch_id, draft_ids })
      const ids = (count: number) => Array.from({ length: count }, () => randomUUID())
      expect((await bulk([])).status).toBe(400)
      expect((await bulk([id, id])).status).toBe(400)
      expect((await bulk(ids(201))).status).toBe(400)
      expect((await bulk(ids(200))).body.refused).toHaveLength(200)
      expect((await bulk([id], randomUUID())).status).toBe(404)
    })
  })

  it("keeps a history that Postgres refuses to change or to delete", async () => {
    const review = await reviewOf(host, 1)
    await review.approve(first(review.drafts))
    for (const statement of [
      `update playground_review_event set actor = 'somebody else'`,
      `delete from playground_review_event`,
      `truncate playground_review_event`,
    ]) {
      await expect(host.query(statement)).rejects.toThrow(/append-only/)
    }
  })
}
