import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { playgroundOf } from "../playground/client"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"

/** What the host's query engine reads of the plugin. */
export function testQueryGraph(host: Host): void {
  const query = () => host.container().resolve(ContainerRegistrationKeys.QUERY)

  it("reads batches with their draft tasks, and tasks with their batch", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
    const playground = playgroundOf(host, campaign_id)
    const batch_id = await playground.generate()
    await playground.finished(batch_id)

    const { data: batches } = await query().graph({
      entity: "playground_batch",
      fields: ["id", "status", "draft_tasks.campaign_lead_id", "draft_tasks.subject"],
      filters: { campaign_id },
    })
    expect(batches).toEqual([
      expect.objectContaining({
        id: batch_id,
        status: "finished",
        draft_tasks: expect.arrayContaining(
          lead_ids.map((campaign_lead_id, place) =>
            expect.objectContaining({ campaign_lead_id, subject: `Hello First${place}` })
          )
        ),
      }),
    ])

    const { data: tasks, metadata } = await query().graph({
      entity: "playground_draft_task",
      fields: ["id", "campaign_lead_id", "batch.status"],
      filters: { batch_id, status: { $in: ["succeeded"] } },
      pagination: { skip: 1, take: 1, order: { position: "ASC" } },
    })
    expect(metadata?.count).toBe(3)
    expect(tasks).toEqual([
      expect.objectContaining({
        campaign_lead_id: lead_ids[1],
        batch: expect.objectContaining({ status: "finished" }),
      }),
    ])
  })

  it("reads campaigns with their leads and sender", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 2 })
    const { data: campaigns } = await query().graph({
      entity: "outreach_campaign",
      fields: ["id", "name", "leads.email", "sender_profile.profile_name"],
      filters: { id: campaign_id },
    })
    expect(campaigns).toEqual([
      expect.objectContaining({
        id: campaign_id,
        name: "Autumn",
        leads: expect.arrayContaining([
          expect.objectContaining({ email: "lead-0@example.com" }),
          expect.objectContaining({ email: "lead-1@example.com" }),
        ]),
      }),
    ])
  })

  it("reads approved e-mails and the history of reviews", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 1 })
    const lead = `/api/v1/campaigns/${campaign_id}/leads/${lead_ids[0]}`
    const post = (path: string, body: object) =>
      host.request().post(`${lead}/${path}`).set(host.adminHeaders()).send(body).expect(200)
    await post("approve", { step_index: 1, subject: "S", body: "B" })
    await post("approve", { step_index: 3, subject: "S3", body: "B3" })
    await post("unapprove", { step_index: 1 })

    const { data: approved } = await query().graph({
      entity: "playground_approved_email",
      fields: ["subject", "step_index", "lead_changed_at"],
      filters: { campaign_id },
    })
    expect(approved).toEqual([
      expect.objectContaining({ subject: "S3", step_index: 3, lead_changed_at: null }),
    ])
    const { data: history } = await query().graph({
      entity: "playground_review_event",
      fields: ["action", "step_index", "actor"],
      filters: { campaign_lead_id: lead_ids[0] },
      pagination: { order: { id: "ASC" } },
    })
    const actor = "user_signed_in_test"
    expect(history).toEqual([
      expect.objectContaining({ action: "approve", step_index: 1, actor }),
      expect.objectContaining({ action: "approve", step_index: 3, actor }),
      expect.objectContaining({ action: "unapprove", step_index: 1, actor }),
    ])
  })
}
