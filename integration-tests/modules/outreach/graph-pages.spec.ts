import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { numberedLeads } from "./steps"

let database: OutreachDatabase
let campaign_id: string
let lead_ids: string[]
beforeAll(async () => {
  database = await createOutreachDatabase("graph")
  const { service } = database
  const sender = await service.createSenderProfile({ profile_name: "Mira" })
  const campaign = await service.createCampaign({ name: "Autumn", sender_profile_id: sender.id })
  campaign_id = campaign.id
  lead_ids = await service.addCampaignLeads(campaign_id, numberedLeads(9))
})
afterAll(async () => {
  await database.drop()
})

describe("a page of rows as the host's query engine asks for it", () => {
  it("may be ordered by what is not selected, beside a relation", async () => {
    const [leads, count] = await database.service.listAndCountOutreachCampaignLeads(
      { campaign_id },
      {
        select: ["email", "campaign.name"],
        relations: ["campaign"],
        order: { position: "DESC" },
        skip: 2,
        take: 3,
      }
    )
    expect(count).toBe(9)
    expect(leads.map(({ id }) => id)).toEqual([...lead_ids].reverse().slice(2, 5))
    leads.forEach((lead) => expect(lead).toMatchObject({ campaign: { name: "Autumn" } }))
  })

  it("may select nothing of the row itself, only of what is related to it", async () => {
    const [campaigns, count] = await database.service.listAndCountOutreachCampaigns(
      { id: [campaign_id] },
      {
        select: ["leads.email", "sender_profile.profile_name"],
        relations: ["leads", "sender_profile"],
        order: { sender_profile: { created_at: "ASC" } },
        take: 1,
      }
    )
    expect(count).toBe(1)
    expect(campaigns).toMatchObject([{ sender_profile: { profile_name: "Mira" } }])
    expect(campaigns[0]?.leads).toHaveLength(9)
  })

  it.each([[undefined], [[]], [["*"]]])("holds whole rows when it selects %j", async (select) => {
    const { service } = database
    const [[lead]] = await service.listAndCountOutreachCampaignLeads(
      { id: lead_ids[0] },
      { select }
    )
    expect(lead).toMatchObject({ campaign_id, email: "lead-0@example.com", attributes: {} })
  })
})
