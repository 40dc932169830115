import type { AssignedLead, CampaignSource } from "../../../src/ports"
import { selectSampledLeads } from "../../../src/workflows/drafts/select-leads/select-sampled-leads"

const lead = (place: number, more: Partial<AssignedLead> = {}): AssignedLead => ({
  lead: {
    id: `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`,
    email: `lead-${place}@example.com`,
    first_name: null,
    last_name: null,
    company: null,
    title: null,
    attributes: {},
  },
  variant_label: "A",
  ...more,
})

/** A host's own campaigns, which sample nothing: page by page is all there is. */
function sourceOf(leads: readonly AssignedLead[]): CampaignSource {
  return {
    retrieveCampaignSnapshot: () => Promise.resolve(null),
    retrieveStepSnapshot: () => Promise.resolve(null),
    listCampaignLeadIds: () => Promise.resolve([]),
    listStepLeadsById: () => Promise.resolve([]),
    listStepLeads: ({ after, limit }) => {
      const from = Number(after ?? 0)
      const next = from + limit < leads.length ? String(from + limit) : null
      return Promise.resolve({ leads: leads.slice(from, from + limit), next })
    },
  }
}

const sample = (leads: readonly AssignedLead[], n_leads: number, approved: string[] = []) =>
  selectSampledLeads(
    sourceOf(leads),
    { campaign_id: "campaign", step_index: 1, n_leads },
    {
      listApprovedLeadIds: (_, lead_ids) =>
        Promise.resolve(lead_ids.filter((id) => approved.includes(id))),
    },
    7
  )

const idsOf = (leads: readonly AssignedLead[]) => leads.map(({ lead }) => lead.id)

describe("a sample of a source that samples nothing", () => {
  const many = Array.from({ length: 2_500 }, (_, place) => lead(place))

  it("is the same each time, in lead order, and grows by adding", async () => {
    const { leads, nobody } = await sample(many, 20)
    expect(nobody).toBeNull()
    expect(idsOf((await sample(many, 20)).leads)).toEqual(idsOf(leads))
    expect(idsOf(leads)).toEqual([...idsOf(leads)].sort())
    const more = new Set(idsOf((await sample(many, 40)).leads))
    expect(idsOf(leads).every((id) => more.has(id))).toBe(true)
  })

  it("counts the leads it would have drawn, had they not withdrawn their consent", async () => {
    const drawn = new Set(idsOf((await sample(many, 20)).leads))
    const [first, second, third] = drawn
    const withdrawn = many.map((one) =>
      one.lead.id === first || one.lead.id === second
        ? { ...one, email_consent: "withdrawn" as const }
        : one
    )
    const choice = await sample(withdrawn, 20, [third ?? ""])
    expect(choice.leads).toHaveLength(20)
    expect(idsOf(choice.leads)).not.toEqual(expect.arrayContaining([first]))
    expect(choice.withdrawn.count).toBe(2)
    expect([first, second]).toContain(choice.withdrawn.first?.lead.id)
  })

  it("says why it is empty where all have withdrawn it", async () => {
    const all = many.slice(0, 3).map((one) => ({ ...one, email_consent: "withdrawn" as const }))
    const choice = await sample(all, 20)
    expect(choice).toMatchObject({ leads: [], withdrawn: { count: 3 } })
    expect(choice.nobody).toMatchObject({ type: "not_allowed", code: "all_withdrawn" })
  })
})
