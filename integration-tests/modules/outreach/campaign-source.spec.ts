import type { CampaignInput, CampaignStepDTO } from "../../../src/modules/outreach"
import type { AssignedLead } from "../../../src/ports"
import {
  runCampaignSourceConformance,
  type CampaignSourceFixture,
} from "../../conformance/campaign-source"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { personalised, templated } from "./steps"

let database: OutreachDatabase
beforeAll(async () => {
  database = await createOutreachDatabase("source")
})
afterAll(async () => {
  await database.drop()
})

const variants = [personalised("A"), templated("B"), personalised("C")]
const stepOf = (weights: number[]): CampaignStepDTO => ({
  step_index: 2,
  delay_days: 3,
  channel: "email",
  variants: variants.map((variant, place) => ({ ...variant, weight: weights[place] ?? 1 })),
})

const leadInput = (place: number) => ({
  email: `lead-${place}@example.com`,
  first_name: `Ada ${place}`,
  company: place % 2 ? null : "Café Ω",
  attributes: { seats: place, tags: ["a", null], nested: { naïve: true } },
})

async function createFixture(): Promise<CampaignSourceFixture> {
  const { service, db } = database
  const sender = await service.createSenderProfile({
    profile_name: "Mira",
    sender_data: { city: "Aarhus" },
  })
  const input: CampaignInput = {
    name: "Autumn",
    system_prompt: "Write to {{ lead.first_name }}",
    sender_profile_id: sender.id,
    steps: [stepOf([1, 1, 1])],
  }
  const { id, name, description, system_prompt } = await service.createCampaign(input)
  const lead_ids = await service.addCampaignLeads(
    id,
    Array.from({ length: 40 }, (_, n) => leadInput(n))
  )
  const labels = await readLabels(id)
  const foreign = await service.createCampaign(input)
  const [foreign_lead_id = ""] = await service.addCampaignLeads(foreign.id, [leadInput(0)])

  async function readLabels(campaign_id: string): Promise<Map<string, string>> {
    const rows: { campaign_lead_id: string; variant_label: string }[] = await db.query(
      `select campaign_lead_id, variant_label from outreach_lead_assignment
        where campaign_id = $1 and step_index = 2`,
      [campaign_id]
    )
    return new Map(rows.map((row) => [row.campaign_lead_id, row.variant_label]))
  }

  let added = lead_ids.length
  return {
    source: service,
    campaign: { id, name, description, system_prompt },
    step_index: 2,
    absent_step_index: 1,
    leads: lead_ids.map((lead_id, place): AssignedLead => {
      const lead = { last_name: null, title: null, ...leadInput(place), id: lead_id }
      return { lead, variant_label: labels.get(lead_id) ?? "" }
    }),
    variants: variants.map(({ label, type }) => ({ label, type })),
    foreign_lead_id,
    addPersonalisedLead: async () => {
      for (;;) {
        const [lead_id = ""] = await service.addCampaignLeads(id, [leadInput(added++)])
        if ((await readLabels(id)).get(lead_id) !== "B") return lead_id
        await service.deleteCampaignLead(id, lead_id)
      }
    },
    changeWeights: async () => {
      await service.updateCampaign(id, { steps: [stepOf([1, 900, 5])] })
    },
    changeSender: async () => {
      await service.updateSenderProfile(sender.id, { custom_prompt: "Be brief." })
    },
    close: async () => {
      await service.deleteCampaign(id)
      await service.deleteCampaign(foreign.id)
    },
  }
}

runCampaignSourceConformance("the bundled outreach module", createFixture)
