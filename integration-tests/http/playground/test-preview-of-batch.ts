import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { DraftPreviewDTO } from "../../../src/modules/playground"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "./client"

const PROMPT = "To {{ lead.first_name }} of {{ lead.company }}, {{ lead.email }}"
const VARIABLES = ["lead.first_name", "lead.company"] as const

/** What the preview says of a batch is what comes of that batch, whichever leads are asked for. */
export function testPreviewOfBatch(host: Host): void {
  /** A campaign of 70 leads: every third has no first name, every second no company, every tenth an approval. */
  async function createGappyCampaign() {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 70 })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    const lacks = { "lead.first_name": new Set<string>(), "lead.company": new Set<string>() }
    for (const [place, id] of lead_ids.entries()) {
      if (place % 3 === 0) lacks["lead.first_name"].add(id)
      if (place % 2 === 0) lacks["lead.company"].add(id)
      await outreach.updateCampaignLead(campaign_id, id, {
        ...(place % 3 === 0 && { first_name: null }),
        ...(place % 2 === 0 && { company: "-" }),
      })
      if (place % 10 !== 1) continue
      await host
        .request()
        .post(`/api/v1/campaigns/${campaign_id}/leads/${id}/approve`)
        .set(host.adminHeaders())
        .send({ step_index: 1, subject: "Hi", body: "Hi" })
        .expect(200)
    }
    return { campaign_id, lead_ids, lacks }
  }

  it("names just the leads that generate then takes, and what each lacks of them, for every choice", async () => {
    const { campaign_id, lead_ids, lacks } = await createGappyCampaign()
    const client = playgroundOf(host, campaign_id)
    const choices: object[] = [
      {},
      { n_leads: 1 },
      { lead_selection: "first", n_leads: 64 },
      { lead_selection: "undrafted", n_leads: 5 },
      { lead_selection: "undrafted", n_leads: 40 },
      { lead_selection: "undrafted", n_leads: 200 },
      { lead_selection: "sample", n_leads: 7 },
      { lead_selection: "sample", n_leads: 50, sample_seed: 3 },
      { step_index: 3, lead_selection: "undrafted", n_leads: 20 },
      { step_index: 3, lead_selection: "sample", n_leads: 20, sample_seed: -1 },
      { campaign_lead_ids: [lead_ids[9], lead_ids[2], lead_ids[40]] },
      { campaign_lead_ids: lead_ids.filter((_, place) => place % 10 !== 1) },
    ]
    for (const choice of choices) {
      const asked = { step_index: 1, custom_prompt: PROMPT, ...choice }
      const preview = (await client.post("preview", asked).expect(200)).body as DraftPreviewDTO
      const { batch_id, enqueued_lead_ids } = (await client.post("generate", asked).expect(202))
        .body as { batch_id: string; enqueued_lead_ids: string[] }
      const { per_lead } = await client.finished(batch_id)
      const drafted = per_lead.filter(({ status }) => status === "succeeded")
      const taken = enqueued_lead_ids
      const missing = VARIABLES.map((variable) => {
        const ids = taken.filter((id) => lacks[variable].has(id))
        return { variable, count: ids.length, campaign_lead_ids: ids.slice(0, 20) }
      }).filter(({ count }) => count > 0)
      expect({ choice, total: preview.batch.total }).toEqual({ choice, total: taken.length })
      expect(preview.batch.ready).toBe(drafted.length)
      expect(preview.ready_lead_ids).toEqual(drafted.map((lead) => lead.campaign_lead_id))
      expect(preview.batch.missing).toHaveLength(missing.length)
      expect(preview.batch.missing).toEqual(expect.arrayContaining(missing))
    }
    // Who holds an approval is left out of all but the names.
    const { body } = await client.post("preview", { step_index: 1, n_leads: 200 }).expect(200)
    expect(body.batch.total).toBe(63)
  })
}
