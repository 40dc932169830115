import { randomUUID } from "node:crypto"
import type { Host } from "../../../testing/host-suite"
import { first, reviewOf } from "./client"

/** Decisions on many drafts at once, beside approvals. */
export function testBulkReview(host: Host): void {
  const statusesOf = (drafts: { review_status: string }[]) =>
    drafts.map(({ review_status }) => review_status)
  const events = (campaign_id: string) =>
    host.query<{ action: string; draft_id: string; reason: string | null }>(
      `select action, draft_id, reason from playground_review_event
        where campaign_id = $1 order by id`,
      [campaign_id]
    )

  it("rejects what may be rejected, with one reason, and says of every other why not", async () => {
    const review = await reviewOf(host, 4)
    const [good, approved, before, also] = review.drafts
    if (!good || !approved || !before || !also) throw new Error("a draft is missing")
    await review.approve(approved)
    await review.post(`playground/drafts/${before.id}/reject`, { reason: "First" })
    const unknown = randomUUID()
    const body = {
      batch_id: review.batch_id,
      draft_ids: [good.id, approved.id, before.id, unknown, also.id],
      reason: "Too dry",
    }
    const answer = await review.post("playground/reject", body)
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        campaign_id: review.campaign_id,
        batch_id: review.batch_id,
        rejected: [good, before, also].map(({ id }) => ({ draft_id: id })),
        refused: [
          { draft_id: approved.id, code: "draft_approved", message: expect.any(String) },
          { draft_id: unknown, code: "not_found", message: expect.any(String) },
        ],
      },
    ])
    const drafts = await review.readDrafts()
    expect(statusesOf(drafts)).toEqual(["rejected", "approved", "rejected", "rejected"])
    expect(drafts.map(({ reject_reason }) => reject_reason)).toEqual([
      "Too dry",
      null,
      "First",
      "Too dry",
    ])
    // Again: nothing changes, and the history says each rejection once.
    expect((await review.post("playground/reject", body)).body).toEqual(answer.body)
    const rejections = (await events(review.campaign_id)).filter(
      ({ action }) => action === "reject"
    )
    expect(rejections.map(({ draft_id }) => draft_id).sort()).toEqual(
      [good.id, before.id, also.id].sort()
    )
  })

  it("withdraws exactly the approvals of these drafts, and leaves those of other drafts", async () => {
    const review = await reviewOf(host, 3)
    const [one, two, three] = review.drafts
    if (!one || !two || !three) throw new Error("a draft is missing")
    const batch = { batch_id: review.batch_id }
    const draft_ids = [one.id, two.id, three.id]
    await review.post("playground/approve", { ...batch, draft_ids })
    // The lead's e-mail is another one by now: whoever takes the draft's approval back keeps it.
    const { campaign_lead_id, step_index } = three
    await review.approve({ ...three, id: three.id, subject: "By hand" }, { draft_id: null })
    const answer = await review.post("playground/unapprove", { ...batch, draft_ids })
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        campaign_id: review.campaign_id,
        ...batch,
        unapproved: [one, two].map((draft) => ({
          draft_id: draft.id,
          campaign_lead_id: draft.campaign_lead_id,
        })),
        refused: [{ draft_id: three.id, code: "not_approved", message: expect.any(String) }],
      },
    ])
    expect(statusesOf(await review.readDrafts())).toEqual(["pending", "pending", "pending"])
    const kept = await review.get(`leads/${campaign_lead_id}/approved-emails/${step_index}`)
    expect(kept.body.approved_entry.subject).toBe("By hand")
    const withdrawn = (await events(review.campaign_id)).filter(
      ({ action }) => action === "unapprove"
    )
    expect(withdrawn.map(({ draft_id }) => draft_id).sort()).toEqual([one.id, two.id].sort())
  })

  it.each(["reject", "unapprove"])("wants 1 to 200 drafts of one batch: %s", async (decision) => {
    const review = await reviewOf(host, 1)
    const other = await reviewOf(host, 1)
    const { id } = first(review.drafts)
    const bulk = (draft_ids: string[], batch_id = review.batch_id) =>
      review.post(`playground/${decision}`, { batch_id, draft_ids })
    expect((await bulk([])).status).toBe(400)
    expect((await bulk([id, id])).status).toBe(400)
    expect((await bulk([id], randomUUID())).status).toBe(404)
    expect((await bulk([id], other.batch_id)).status).toBe(404)
    const elsewhere = await bulk([first(other.drafts).id])
    expect(elsewhere.body.refused).toHaveLength(1)
    expect(statusesOf(await other.readDrafts())).toEqual(["pending"])
  })
}
