import { createCampaign } from "../../../testing/outreach-fixtures"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { DraftCounts, PlaygroundModuleService } from "../../../src/modules/playground"
import type { Host } from "../../../testing/host-suite"
import { playgroundOf } from "./client"

/** Choosing leads out of the table: by what they are, and by how their drafts stand. */
export function testFindLeads(host: Host): void {
  const find = async (campaign_id: string, query: Record<string, string | number | boolean>) => {
    const text = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
    )
    const url = `/api/v1/campaigns/${campaign_id}/leads?${text.toString()}`
    const { body } = await host.request().get(url).set(host.adminHeaders()).expect(200)
    const ids: string[] = body.leads.map(({ id }: { id: string }) => id)
    return { ids, count: Number(body.count) }
  }

  it("finds leads by fields, attributes and their variant, all together, page by page", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 6 })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    for (const [place, plan] of ["Pro", "pro", "Free"].entries()) {
      const attributes = { "Plan Name": plan, seats: place }
      await outreach.updateCampaignLead(campaign_id, lead_ids[place] ?? "", { attributes })
    }
    const pro = { attributes: JSON.stringify({ "Plan Name": "PRO" }) }
    expect(await find(campaign_id, pro)).toEqual({ ids: lead_ids.slice(0, 2), count: 2 })
    expect(await find(campaign_id, { ...pro, limit: 1, offset: 1 })).toEqual({
      ids: lead_ids.slice(1, 2),
      count: 2,
    })
    const both = { attributes: JSON.stringify({ "Plan Name": "pro", seats: "1" }) }
    expect(await find(campaign_id, both)).toMatchObject({ ids: [lead_ids[1]] })
    expect(await find(campaign_id, { company: "ANY3", first_name: "first" })).toMatchObject({
      ids: [lead_ids[3]],
    })
    expect(await find(campaign_id, { company: "%" })).toMatchObject({ count: 0 })
    expect(await find(campaign_id, { q: "first4", email: "lead-4@" })).toMatchObject({
      ids: [lead_ids[4]],
    })
    expect(await find(campaign_id, { q: "first4", email: "lead-5@" })).toMatchObject({ ids: [] })
    const ofStep = (step_index: number) =>
      find(campaign_id, { step_index, variant_type: "PERSONALIZATION" })
    expect([(await ofStep(1)).count, (await ofStep(2)).count]).toEqual([6, 0])
  })

  it("counts drafts and approvals of every lead and campaign that it lists, over all batches", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 4 })
    const client = playgroundOf(host, campaign_id)
    const [first, second, third, fourth] = lead_ids
    const draft = async (ids: (string | undefined)[], custom_prompt: string) =>
      client.finished(await client.generate({ campaign_lead_ids: ids, custom_prompt }))
    await draft([first, second], "Hi {{ lead.email }}")
    // A batch that is summed up already counts as one that is not.
    await host.container().resolve<PlaygroundModuleService>("playground").reconcileDraftTasks()
    await draft([first], "Hello {{ lead.email }}")
    await draft([third], "[fail:permanent]")
    await host
      .request()
      .post(`/api/v1/campaigns/${campaign_id}/leads/${fourth}/approve`)
      .set(host.adminHeaders())
      .send({ step_index: 1, subject: "Hi", body: "Hi" })
      .expect(200)
    const read = async (path: string) =>
      (await host.request().get(path).set(host.adminHeaders()).expect(200)).body
    const countsIn = (rows: DraftCounts[]) =>
      rows.map(({ draft_count, approved_count }) => [draft_count, approved_count])
    const { leads } = await read(`/api/v1/campaigns/${campaign_id}/leads`)
    expect(countsIn(leads)).toEqual([
      [2, 0],
      [1, 0],
      [0, 0],
      [0, 1],
    ])
    const { campaign_id: other } = await createCampaign(host, { leads: 1 })
    const { campaigns } = await read("/api/v1/campaigns")
    const listed = (id: string) =>
      campaigns.filter((campaign: { id: string }) => campaign.id === id)
    expect(countsIn([...listed(campaign_id), ...listed(other)])).toEqual([
      [3, 1],
      [0, 0],
    ])
  })

  it("finds leads by how their drafts of a step stand", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 5 })
    const [drafted, failed, , approved] = lead_ids
    const client = playgroundOf(host, campaign_id)
    const draft = async (id: string | undefined, custom_prompt: string) =>
      client.finished(await client.generate({ campaign_lead_ids: [id], custom_prompt }))
    await draft(drafted, "Hi {{ lead.email }} [fail:permanent]")
    await draft(drafted, "Hi {{ lead.email }} [Name]")
    await draft(failed, "[fail:permanent]")
    await host
      .request()
      .post(`/api/v1/campaigns/${campaign_id}/leads/${approved}/approve`)
      .set(host.adminHeaders())
      .send({ step_index: 1, subject: "Hi", body: "Hi" })
      .expect(200)
    const standing = async (query: Record<string, boolean | number | string>) =>
      (await find(campaign_id, { step_index: 1, ...query })).ids
    expect(await standing({ has_draft: true })).toEqual([drafted])
    expect(await standing({ has_draft: false })).toEqual(lead_ids.slice(1))
    expect(await standing({ failed: true })).toEqual([failed])
    expect(await standing({ approved: true })).toEqual([approved])
    expect(await standing({ approved: false, has_draft: false })).toEqual([
      failed,
      lead_ids[2],
      lead_ids[4],
    ])
    expect(await standing({ failed: false, approved: false })).toEqual([
      drafted,
      lead_ids[2],
      lead_ids[4],
    ])
    expect(await standing({ flagged: false, has_draft: true })).toEqual([])
    expect(await standing({ flagged: true, q: "lead-0@" })).toEqual([drafted])
    expect(await standing({ step_index: 3, has_draft: true })).toEqual([])
    expect((await find(campaign_id, { has_draft: true })).ids).toEqual([drafted])
  })

  it("finds leads by what they are and how their drafts stand, all at once, page by page", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 9 })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    for (const [place, id] of lead_ids.entries()) {
      const attributes = { plan: place % 2 === 0 ? "pro" : "free" }
      await outreach.updateCampaignLead(campaign_id, id, { attributes })
    }
    const client = playgroundOf(host, campaign_id)
    const draft = async (places: number[], custom_prompt: string) => {
      const campaign_lead_ids = places.map((place) => lead_ids[place])
      await client.finished(await client.generate({ campaign_lead_ids, custom_prompt }))
    }
    await draft([0, 1, 2, 3, 4], "Hi {{ lead.email }}")
    await draft([2, 3], "Hi {{ lead.email }} [Name]")
    await draft([5, 6, 7], "[fail:permanent]")
    const pro = { step_index: 1, attributes: JSON.stringify({ plan: "pro" }) }
    const at = (...places: number[]) => places.flatMap((place) => lead_ids[place] ?? [])
    const drafted = { ...pro, has_draft: true }
    expect(await find(campaign_id, drafted)).toEqual({ ids: at(0, 2, 4), count: 3 })
    for (const [offset, place] of [0, 2, 4].entries()) {
      const page = await find(campaign_id, { ...drafted, limit: 1, offset })
      expect(page).toEqual({ ids: at(place), count: 3 })
    }
    const of = async (query: Record<string, string | boolean>) =>
      (await find(campaign_id, { ...pro, ...query })).ids
    expect(await of({ failed: true })).toEqual(at(6))
    expect(await of({ flagged: true })).toEqual(at(2))
    expect(await of({ flagged: false, has_draft: true })).toEqual(at(0, 4))
    expect(await of({ failed: false, has_draft: false })).toEqual(at(8))
    expect(await of({ has_draft: true, company: "company4" })).toEqual(at(4))
    expect(await of({ has_draft: true, q: "first3" })).toEqual([])
    expect(await of({ failed: true, has_draft: true })).toEqual([])
    const free = JSON.stringify({ plan: "free" })
    expect(await of({ failed: true, attributes: free })).toEqual(at(5, 7))
  })

  it.each([
    ["attributes=x", "attributes"],
    ["attributes=%5B%5D", "attributes"],
    ["attributes=%7B%22a%22:1%7D", "attributes"],
    ["has_draft=maybe", "has_draft"],
    ["variant_type=PERSONALIZATION", "step_index"],
    ["variant_type=x&step_index=1", "variant_type"],
    ["step_index=33", "step_index"],
  ])("refuses %s", async (query, field) => {
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    const url = `/api/v1/campaigns/${campaign_id}/leads?${query}`
    const { body } = await host.request().get(url).set(host.adminHeaders()).expect(400)
    expect(body.message).toContain(field)
  })
}
