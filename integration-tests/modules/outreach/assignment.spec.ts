import type { CampaignStepDTO } from "../../../src/modules/outreach"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { numberedLeads, personalised, templated, toStep } from "./steps"

let database: OutreachDatabase
beforeAll(async () => {
  database = await createOutreachDatabase("assignment")
})
afterAll(async () => {
  await database.drop()
})

interface Assignment {
  campaign_lead_id: string
  step_index: number
  variant_label: string
}

const createCampaign = async (steps: CampaignStepDTO[], leads = 0) => {
  const { id } = await database.service.createCampaign({ name: "Autumn", steps })
  const lead_ids = await database.service.addCampaignLeads(id, numberedLeads(leads))
  return { id, lead_ids }
}

const assignmentsOf = (campaignId: string): Promise<Assignment[]> =>
  database.db.query(
    `select campaign_lead_id, step_index, variant_label from outreach_lead_assignment
      where campaign_id = $1 order by step_index, position`,
    [campaignId]
  )

const share = (assignments: Assignment[], label: string) =>
  assignments.filter(({ variant_label }) => variant_label === label).length / assignments.length

/** Five standard deviations of a share `p` among `n` draws: a fair draw fails once in two million. */
const tolerance = (p: number, n: number) => 5 * Math.sqrt((p * (1 - p)) / n)

describe("the variant of a lead", () => {
  it("is drawn by weight: each variant gets its share of the leads", async () => {
    const LEADS = 20_000
    const variants = [
      personalised("A", 5),
      personalised("B", 3),
      templated("C", 1.5),
      personalised("D", 0.5),
    ]
    const { id } = await createCampaign([toStep(1, ...variants)], LEADS)
    const assignments = await assignmentsOf(id)
    expect(assignments).toHaveLength(LEADS)
    for (const { label, weight } of variants) {
      const expected = weight / 10
      const off = Math.abs(share(assignments, label) - expected)
      expect({ label, isFair: off <= tolerance(expected, LEADS) }).toEqual({ label, isFair: true })
    }
  })

  it("is drawn for each step on its own", async () => {
    const LEADS = 4_000
    const { id } = await createCampaign(
      [
        toStep(1, personalised("A"), personalised("B")),
        toStep(2, personalised("A"), personalised("B")),
      ],
      LEADS
    )
    const assignments = await assignmentsOf(id)
    const first = new Map(
      assignments
        .filter(({ step_index }) => step_index === 1)
        .map((row) => [row.campaign_lead_id, row.variant_label])
    )
    const second = assignments.filter(({ step_index }) => step_index === 2)
    const same = second.filter((row) => first.get(row.campaign_lead_id) === row.variant_label)
    expect(Math.abs(same.length / LEADS - 0.5)).toBeLessThan(tolerance(0.5, LEADS))
  })

  it("is the same again when it is drawn again for the same lead", async () => {
    const steps = [toStep(1, personalised("A"), personalised("B"), personalised("C"))]
    const { id } = await createCampaign(steps, 300)
    const drawn = await assignmentsOf(id)
    await database.service.updateCampaign(id, { steps: [] })
    expect(await assignmentsOf(id)).toEqual([])
    await database.service.updateCampaign(id, { steps })
    expect(await assignmentsOf(id)).toEqual(drawn)
  })

  it("stays when weights change, and the new weights count for the leads that enter afterwards", async () => {
    const { id } = await createCampaign([toStep(1, personalised("A"), personalised("B"))], 500)
    const before = await assignmentsOf(id)
    await database.service.updateCampaign(id, {
      steps: [toStep(1, personalised("A", 1), personalised("B", 1_000_000))],
    })
    await database.service.addCampaignLeads(id, numberedLeads(200, 500))
    const after = await assignmentsOf(id)
    expect(after.slice(0, 500)).toEqual(before)
    expect(share(after.slice(500), "B")).toBeGreaterThan(0.95)
  })

  it("is drawn anew only where its own variant was removed, by the weights of those that are left", async () => {
    const LEADS = 9_000
    const variants = [personalised("A"), personalised("B"), personalised("C", 3), personalised("D")]
    const { id } = await createCampaign([toStep(1, ...variants)], LEADS)
    const before = await assignmentsOf(id)
    const left = variants.filter(({ label }) => label !== "A")
    await database.service.updateCampaign(id, { steps: [toStep(1, ...left)] })
    const after = await assignmentsOf(id)
    expect(after).toHaveLength(LEADS)

    const moved = after.filter((row, place) => row.variant_label !== before[place]?.variant_label)
    const ofRemoved = before.filter(({ variant_label }) => variant_label === "A")
    expect(moved.map((row) => row.campaign_lead_id)).toEqual(
      ofRemoved.map((row) => row.campaign_lead_id)
    )
    for (const { label, weight } of left) {
      const off = Math.abs(share(moved, label) - weight / 5)
      expect({ label, isFair: off <= tolerance(weight / 5, moved.length) }).toEqual({
        label,
        isFair: true,
      })
    }
  })

  it("is drawn for a step that is added later, and gone with a step that is removed", async () => {
    const { id, lead_ids } = await createCampaign([toStep(1, personalised("A"))], 20)
    await database.service.updateCampaign(id, {
      steps: [toStep(3, personalised("X"), templated("Y"))],
    })
    const assignments = await assignmentsOf(id)
    expect(assignments.map((row) => row.campaign_lead_id)).toEqual(lead_ids)
    expect(new Set(assignments.map((row) => row.step_index))).toEqual(new Set([3]))
  })

  it("is there for every lead and step, though leads enter while steps are being replaced", async () => {
    const { id } = await createCampaign([toStep(1, personalised("A"))])
    const { service } = database
    for (let round = 0; round < 15; round++) {
      const steps = Array.from({ length: round + 2 }, (_, place) =>
        toStep(place + 1, personalised("A"), personalised("B"))
      )
      await Promise.all([
        service.addCampaignLeads(id, numberedLeads(40, round * 80)),
        service.updateCampaign(id, { steps }),
        service.addCampaignLeads(id, numberedLeads(40, round * 80 + 40)),
      ])
      expect(await assignmentsOf(id)).toHaveLength((round + 1) * 80 * (round + 2))
    }
  })
})

describe("the leads of a campaign", () => {
  it("are each added once, whatever the case of the address and however many imports run at once", async () => {
    const { id } = await createCampaign([toStep(1, personalised("A"))])
    const leads = numberedLeads(200)
    const shouted = [...leads].reverse().map(({ email }) => ({ email: email.toUpperCase() }))
    const added = await Promise.all(
      [leads, shouted, leads, shouted].map((list) => database.service.addCampaignLeads(id, list))
    )
    expect(added.flat()).toHaveLength(200)
    expect(await assignmentsOf(id)).toHaveLength(200)
    expect(await database.service.addCampaignLeads(id, leads)).toEqual([])
  })

  it("keep the order in which they were given, one import behind the other", async () => {
    const { id, lead_ids } = await createCampaign([toStep(1, personalised("A"))], 500)
    const later = await database.service.addCampaignLeads(id, numberedLeads(500, 500))
    const [leads, count] = await database.service.searchCampaignLeads(id, {
      offset: 0,
      limit: 1000,
    })
    expect(count).toBe(1000)
    expect(leads.map((lead) => lead.id)).toEqual([...lead_ids, ...later])
    expect(leads.map(({ email }) => email)).toEqual(numberedLeads(1000).map(({ email }) => email))
  })

  it("are gone with their campaign, and their variants with them", async () => {
    const { id } = await createCampaign([toStep(1, personalised("A"), personalised("B"))], 10)
    await database.service.deleteCampaign(id)
    expect(await assignmentsOf(id)).toEqual([])
    const [left] = await database.db.query(
      `select count(*)::int as count from outreach_campaign_lead where campaign_id = $1`,
      [id]
    )
    expect(left).toEqual({ count: 0 })
  })
})
