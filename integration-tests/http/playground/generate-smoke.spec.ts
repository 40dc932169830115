import { createCampaign } from "../../setup/outreach-fixtures"
import { eventually } from "../../setup/eventually"
import { hostSuite } from "../../setup/host-suite"

hostSuite("smoke", {}, (host) => {
  it("drafts each lead", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host)
    const answer = await host
      .request()
      .post(`/api/v1/campaigns/${campaign_id}/playground/generate`)
      .set(host.adminHeaders())
      .send({ step_index: 1 })
    console.log(answer.status, answer.body)
    expect(answer.status).toBe(202)
    expect(answer.body.enqueued_lead_ids).toEqual(lead_ids)
    const status = await eventually(
      async () => {
        const { body } = await host
          .request()
          .get(`/api/v1/campaigns/${campaign_id}/playground/status`)
          .set(host.adminHeaders())
        if (body.status === "running") console.log(JSON.stringify(body.overall))
        return body.status === "finished" && body
      },
      { withinMs: 10_000, because: "the batch finishes", everyMs: 500 }
    )
    console.log(JSON.stringify(status))
    const drafts = await host
      .request()
      .get(`/api/v1/campaigns/${campaign_id}/playground/drafts?batch_id=${answer.body.batch_id}`)
      .set(host.adminHeaders())
    console.log(JSON.stringify(drafts.body.drafts[0]))
    expect(drafts.body.count).toBe(5)
  })
})
