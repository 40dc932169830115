import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"

let database: OutreachDatabase
beforeAll(async () => {
  database = await createOutreachDatabase("attribute_names")
})
afterAll(async () => {
  await database.drop()
})

const createCampaign = async () => (await database.service.createCampaign({ name: "Autumn" })).id
const pathsOf = (campaign_id: string, limit = 1_000) =>
  database.service.listAttributePaths(campaign_id, limit)

describe("the names of a campaign's attributes", () => {
  it("are kept as leads enter and change, nested ones too, four levels deep", async () => {
    const campaign_id = await createCampaign()
    const { service } = database
    const nested = { a: { b: { c: { d: { e: 1 } } } }, tags: [{ x: 1 }], none: null }
    const [lead_id = ""] = await service.addCampaignLeads(campaign_id, [
      { email: "ada@example.com", attributes: nested },
      { email: "bob@example.com", attributes: { "Plan Name": "Pro" } },
    ])
    const entered = [
      ["Plan Name"],
      ["a"],
      ["a", "b"],
      ["a", "b", "c"],
      ["a", "b", "c", "d"],
    ].concat([["none"], ["tags"]])
    expect(new Set(await pathsOf(campaign_id))).toEqual(new Set(entered))
    await service.updateCampaignLead(campaign_id, lead_id, { attributes: { city: "Köln" } })
    expect(await pathsOf(campaign_id)).toContainEqual(["city"])
    expect(await pathsOf(await createCampaign())).toEqual([])
  })

  it("go with the campaign", async () => {
    const campaign_id = await createCampaign()
    await database.service.addCampaignLeads(campaign_id, [
      { email: "ada@example.com", attributes: { city: "x" } },
    ])
    await database.service.deleteCampaign(campaign_id)
    expect(await pathsOf(campaign_id)).toEqual([])
  })

  it("stay few, and let every lead in, whatever names a file gives its leads", async () => {
    const campaign_id = await createCampaign()
    const long = "ä".repeat(10_000)
    for (let chunk = 0; chunk < 6; chunk++) {
      const leads = Array.from({ length: 1_000 }, (_, n) => ({
        email: `${chunk}-${n}@example.com`,
        attributes: { [`name ${chunk} ${n}`]: 1, [long]: 2 },
      }))
      expect(await database.service.addCampaignLeads(campaign_id, leads)).toHaveLength(1_000)
    }
    expect(await pathsOf(campaign_id)).toBeNull()
    expect((await pathsOf(campaign_id, 10_000))?.length).toBeLessThan(5_000)
  })

  it("are kept by two imports at once that bring the same ones", async () => {
    const campaigns = [await createCampaign(), await createCampaign()]
    const names = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`n${n}`, n]))
    const rounds = Array.from({ length: 10 }, (_, round) =>
      campaigns.map((campaign_id) =>
        database.service.addCampaignLeads(campaign_id, [
          { email: `${round}@example.com`, attributes: { ...names, [`r${round}`]: 1 } },
        ])
      )
    )
    await Promise.all(rounds.flat())
    for (const campaign_id of campaigns) expect(await pathsOf(campaign_id)).toHaveLength(60)
  })
})
