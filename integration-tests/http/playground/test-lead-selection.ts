import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { DraftPreviewDTO } from "../../../src/modules/playground"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "./client"

const PROMPT = "Hi {{ lead.email }}"

/** Which leads a batch is for, and what the preview says of exactly these. */
export function testLeadSelection(host: Host): void {
  const take = async (campaign_id: string, body: object): Promise<string[]> => {
    const client = playgroundOf(host, campaign_id)
    const asked = { step_index: 1, custom_prompt: PROMPT, ...body }
    const preview = await client.post("preview", asked).expect(200)
    const { enqueued_lead_ids, batch_id } = (await client.post("generate", asked).expect(202)).body
    // The preview is about the leads that generate takes.
    expect(preview.body.ready_lead_ids).toEqual(enqueued_lead_ids)
    expect(preview.body.batch).toMatchObject({ total: enqueued_lead_ids.length, missing: [] })
    await client.finished(String(batch_id))
    return enqueued_lead_ids
  }
  const outreach = () => host.container().resolve<OutreachModuleService>("outreach")

  it("undrafted takes on where the last batch stopped, until nobody is left", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 7 })
    const next = (n_leads: number) => take(campaign_id, { lead_selection: "undrafted", n_leads })
    expect(await next(3)).toEqual(lead_ids.slice(0, 3))
    expect(await next(3)).toEqual(lead_ids.slice(3, 6))
    expect(await next(3)).toEqual(lead_ids.slice(6))
    const client = playgroundOf(host, campaign_id)
    const { body } = await client
      .post("generate", { step_index: 1, lead_selection: "undrafted" })
      .expect(400)
    expect(body).toMatchObject({ type: "not_allowed" })
    expect(body.message).toContain("have a draft")
    // Another step has drafts of its own; new leads come last.
    expect(await take(campaign_id, { step_index: 3, lead_selection: "undrafted" })).toEqual(
      lead_ids
    )
    const added = await outreach().addCampaignLeads(campaign_id, [{ email: "new@example.com" }])
    expect(await next(3)).toEqual(added)
  })

  it("undrafted comes back to those whose draft failed, was withdrawn or swept, in lead order", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 8 })
    await outreach().updateCampaignLead(campaign_id, lead_ids[1] ?? "", { company: null })
    const undrafted = (n_leads: number, custom_prompt = PROMPT) =>
      take(campaign_id, { lead_selection: "undrafted", n_leads, custom_prompt })
    const client = playgroundOf(host, campaign_id)
    const wrong = { lead_selection: "undrafted", n_leads: 4, custom_prompt: "Hi {{ company }}" }
    await client.finished(await client.generate(wrong))
    expect(await undrafted(2)).toEqual([lead_ids[1], lead_ids[4]])
    await client.finished(await client.generate({ ...wrong, custom_prompt: "[fail:permanent]" }))
    expect(await undrafted(2)).toEqual(lead_ids.slice(5, 7))
    await host.query(
      `update playground_draft_batch set created_at = now() - interval '9 days',
              finished_at = now() - interval '9 days' where campaign_id = '${campaign_id}'`
    )
    await host.query(`delete from playground_draft_frontier`)
    await host.query(`delete from playground_draft_batch where campaign_id = '${campaign_id}'`)
    expect(await undrafted(2)).toEqual(lead_ids.slice(0, 2))
  })

  it("sample is spread over the whole campaign, the same for a seed, and grows by adding", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 200 })
    const sample = (n_leads: number, sample_seed?: number) =>
      take(campaign_id, { lead_selection: "sample", n_leads, sample_seed })
    const ten = await sample(10)
    const places = ten.map((id) => lead_ids.indexOf(id))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    // One of each 32 in a row, wherever in them: no stretch of the campaign is left out.
    for (const [index, place] of [...places, lead_ids.length].entries()) {
      expect(place - (places[index - 1] ?? 0)).toBeLessThan(64)
    }
    expect(await sample(10, 0)).toEqual(ten)
    // Another prompt meets the same leads, whatever was drafted and written in the meantime.
    const other = { lead_selection: "sample", n_leads: 10, custom_prompt: "Dear {{ lead.email }}" }
    expect(await take(campaign_id, other)).toEqual(ten)
    expect(new Set(await sample(20))).toEqual(new Set([...(await sample(20)), ...ten]))
    expect(await sample(10, 1)).not.toEqual(ten)
    expect(await sample(10, -7)).not.toEqual(ten)
    expect(await sample(200)).toEqual(lead_ids)
    expect(
      await take(campaign_id, { step_index: 3, lead_selection: "sample", n_leads: 10 })
    ).not.toEqual(ten)
  })

  it("contradictions are refused, and the default may be written out", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
    const client = playgroundOf(host, campaign_id)
    for (const call of ["generate", "preview"]) {
      for (const [body, word] of [
        [{ lead_selection: "sample", campaign_lead_ids: lead_ids }, "lead_selection"],
        [{ lead_selection: "first", campaign_lead_ids: lead_ids }, "lead_selection"],
        [{ sample_seed: 1, campaign_lead_ids: lead_ids }, "sample_seed"],
        [{ sample_seed: 1 }, "sample_seed"],
        [{ lead_selection: "sample", sample_seed: 1.5 }, "sample_seed"],
        [{ lead_selection: "last" }, "lead_selection"],
      ] as const) {
        const answer = await client.post(call, { step_index: 1, ...body }).expect(400)
        expect(answer.body.message).toContain(word)
      }
    }
    const key = { "Idempotency-Key": `first-${campaign_id}` }
    const one = await client.post("generate", { step_index: 1 }).set(key).expect(202)
    const written = { step_index: 1, lead_selection: "first" }
    const two = await client.post("generate", written).set(key).expect(202)
    expect(two.body).toEqual(one.body)
    await client
      .post("generate", { step_index: 1, lead_selection: "undrafted" })
      .set(key)
      .expect(409)
  })

  it("the preview says who of the batch lacks what, at most 20 by id, and who is ready", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 30 })
    for (const id of lead_ids.slice(0, 22)) {
      await outreach().updateCampaignLead(campaign_id, id, { company: " n/a " })
    }
    await outreach().updateCampaignLead(campaign_id, lead_ids[25] ?? "", { first_name: null })
    const custom_prompt = "Hi {{ first_name }} of {{ lead.company }}"
    const client = playgroundOf(host, campaign_id)
    const { body } = await client.post("preview", { step_index: 1, custom_prompt }).expect(200)
    const { batch, ready_lead_ids, rendered_prompt, missing_variables } = body as DraftPreviewDTO
    expect(batch).toEqual({
      total: 30,
      ready: 7,
      missing: [
        { variable: "lead.company", count: 22, campaign_lead_ids: lead_ids.slice(0, 20) },
        { variable: "first_name", count: 1, campaign_lead_ids: [lead_ids[25]] },
      ],
      withdrawn: 0,
      estimate: null,
    })
    expect(ready_lead_ids).toEqual(lead_ids.filter((_, place) => place > 21 && place !== 25))
    expect({ rendered_prompt, missing_variables }).toEqual({
      rendered_prompt: null,
      missing_variables: ["lead.company"],
    })
    const named = { custom_prompt, step_index: 1, campaign_lead_ids: lead_ids.slice(21, 24) }
    const answer = await client
      .post("preview", { ...named, campaign_lead_id: lead_ids[28] })
      .expect(200)
    expect(answer.body).toMatchObject({
      campaign_lead_id: lead_ids[28],
      rendered_prompt: "Hi First28 of Company28",
      batch: { total: 3, ready: 2 },
      ready_lead_ids: lead_ids.slice(22, 24),
    })
  })

  describe("the preview counts the leads that withdrew their consent", () => {
    const withdraw = async (campaign_id: string, lead_ids: readonly string[]) => {
      for (const id of lead_ids) {
        await outreach().updateCampaignLead(campaign_id, id, { email_consent: "withdrawn" })
      }
    }
    const preview = async (campaign_id: string, body: object) => {
      const asked = { step_index: 1, custom_prompt: PROMPT, ...body }
      const answer = await playgroundOf(host, campaign_id).post("preview", asked).expect(200)
      return answer.body as DraftPreviewDTO
    }
    const batchOf = async (campaign_id: string, body: object) =>
      (await preview(campaign_id, body)).batch

    it("that first passes over before the last lead that it takes", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 10 })
      await withdraw(
        campaign_id,
        [0, 2, 3, 9].flatMap((place) => lead_ids[place] ?? [])
      )
      for (const [n_leads, total, withdrawn] of [
        [1, 1, 1],
        [2, 2, 3],
        [5, 5, 3],
        [6, 6, 3],
        [50, 6, 4],
      ] as const) {
        expect(await batchOf(campaign_id, { n_leads })).toMatchObject({ total, withdrawn })
      }
    })

    it("among those that were named", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 6 })
      await withdraw(campaign_id, lead_ids.slice(0, 3))
      const named = (from: number, to: number) => ({ campaign_lead_ids: lead_ids.slice(from, to) })
      expect(await batchOf(campaign_id, named(2, 5))).toMatchObject({ total: 2, withdrawn: 1 })
      expect(await batchOf(campaign_id, named(4, 6))).toMatchObject({ total: 2, withdrawn: 0 })
    })

    it("that undrafted passes over, and the same number again when it goes on from there", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 8 })
      await take(campaign_id, { lead_selection: "undrafted", n_leads: 2 })
      // One that has a draft is left out for its draft.
      await withdraw(
        campaign_id,
        [lead_ids[0], lead_ids[3], lead_ids[7]].flatMap((id) => id ?? [])
      )
      const undrafted = (n_leads: number) =>
        batchOf(campaign_id, { lead_selection: "undrafted", n_leads })
      expect(await undrafted(1)).toMatchObject({ total: 1, withdrawn: 0 })
      expect(await undrafted(2)).toMatchObject({ total: 2, withdrawn: 1 })
      expect(await undrafted(2)).toMatchObject({ total: 2, withdrawn: 1 })
      expect(await undrafted(9)).toMatchObject({ total: 4, withdrawn: 2 })
    })

    it("whose place in the sample another takes, whoever draws it", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 12 })
      const sample = { lead_selection: "sample", n_leads: 4 }
      const drawn = (await preview(campaign_id, sample)).ready_lead_ids
      await withdraw(campaign_id, drawn.slice(0, 2))
      expect(await batchOf(campaign_id, sample)).toMatchObject({ total: 4, withdrawn: 2 })
      expect(await batchOf(campaign_id, { ...sample, n_leads: 12 })).toMatchObject({
        total: lead_ids.length - 2,
        withdrawn: 2,
      })
    })

    it("also where nobody else is left: the mail of one is shown, and for nobody is one drafted", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
      await withdraw(campaign_id, lead_ids)
      for (const body of [
        {},
        { lead_selection: "undrafted" },
        { lead_selection: "sample" },
        { campaign_lead_ids: lead_ids },
        { campaign_lead_id: lead_ids[1] },
      ]) {
        const { batch, ready_lead_ids, rendered_prompt } = await preview(campaign_id, body)
        expect(batch).toEqual({ total: 0, ready: 0, missing: [], withdrawn: 3, estimate: null })
        expect(ready_lead_ids).toEqual([])
        expect(rendered_prompt).toMatch(/^Hi .+@/)
      }
    })

    it("and shows the mail of one of them beside a batch for the others", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
      const [first = ""] = lead_ids
      await withdraw(campaign_id, [first])
      expect(await preview(campaign_id, { campaign_lead_id: first })).toMatchObject({
        campaign_lead_id: first,
        batch: { total: 2, withdrawn: 1 },
        ready_lead_ids: lead_ids.slice(1),
      })
    })
  })
}
