import { randomUUID } from "node:crypto"
import type {
  AssignedLead,
  CampaignSource,
  SampledLeadIdsPage,
  VariantSnapshot,
} from "../../src/ports"

/** A source with something in it, and what is known about that. */
export interface CampaignSourceFixture {
  source: CampaignSource
  campaign: { id: string; name: string; description: string | null; system_prompt: string | null }
  /**
   * A step with two PERSONALIZATION variants and a TEMPLATE variant, each with at least one lead, and
   * at least five leads for the two together.
   */
  step_index: number
  /** 1 to 32; the campaign has no such step. */
  absent_step_index: number
  /** All leads of the campaign, in lead order. */
  leads: AssignedLead[]
  /** The variants of the step; `sender` is not compared. */
  variants: Pick<VariantSnapshot, "label" | "type">[]
  /** A lead of another campaign. */
  foreign_lead_id: string
  /** Adds leads to the campaign until one gets a PERSONALIZATION variant of the step; answers its id. */
  addPersonalisedLead(): Promise<string>
  /** Changes how many leads each variant of the step gets from now on, in case the source knows that. */
  changeWeights(): Promise<void>
  /** Changes something about the sender of the step that a draft depends on. */
  changeSender(): Promise<void>
  close(): Promise<void>
}

/**
 * Every promise of the port `CampaignSource`, as tests: any implementation can be run through it. The
 * fixture is made anew for each test.
 */
export function runCampaignSourceConformance(
  name: string,
  createFixture: () => Promise<CampaignSourceFixture>
): void {
  describe(`${name} as a campaign source`, () => {
    let fixture: CampaignSourceFixture
    let source: CampaignSource
    beforeEach(async () => {
      fixture = await createFixture()
      source = fixture.source
    })
    afterEach(async () => {
      await fixture.close()
    })

    const step = () => ({ campaign_id: fixture.campaign.id, step_index: fixture.step_index })
    const isDrafted = (label: string) =>
      fixture.variants.some(
        (variant) => variant.label === label && variant.type === "PERSONALIZATION"
      )
    const drafted = () => fixture.leads.filter(({ variant_label }) => isDrafted(variant_label))
    const idsOf = (leads: AssignedLead[]) => leads.map(({ lead }) => lead.id)

    async function readPages(limit: number): Promise<AssignedLead[][]> {
      const pages: AssignedLead[][] = []
      let after: string | null = null
      do {
        const page = await source.listStepLeads({ ...step(), after, limit })
        pages.push(page.leads)
        after = page.next
      } while (after !== null && pages.length <= fixture.leads.length)
      return pages
    }

    it(`answers a campaign as a snapshot (${name})`, async () => {
      expect(await source.retrieveCampaignSnapshot(fixture.campaign.id)).toEqual(fixture.campaign)
    })

    it(`answers a step with its variants, and nothing that JSON would change (${name})`, async () => {
      const snapshot = await source.retrieveStepSnapshot(fixture.campaign.id, fixture.step_index)
      expect(snapshot).toMatchObject({
        step_index: fixture.step_index,
        delay_days: expect.any(Number),
        channel: expect.any(String),
        sender: { id: expect.any(String), profile_name: expect.any(String) },
        fingerprint: expect.stringMatching(/./),
      })
      const variants = snapshot?.variants.map(({ label, type }) => ({ label, type }))
      expect(variants).toEqual(fixture.variants)
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
    })

    it(`answers null for a campaign and a step that do not exist (${name})`, async () => {
      const { campaign, step_index, absent_step_index } = fixture
      expect(await source.retrieveCampaignSnapshot(randomUUID())).toBeNull()
      expect(await source.retrieveStepSnapshot(campaign.id, absent_step_index)).toBeNull()
      expect(await source.retrieveStepSnapshot(randomUUID(), step_index)).toBeNull()
    })

    it(`answers an empty list for ids that name nothing (${name})`, async () => {
      const { campaign, step_index, absent_step_index } = fixture
      const all = { after: null, limit: 10 }
      const nothing = { leads: [], next: null }
      const nowhere = { campaign_id: randomUUID(), step_index }
      const no_step = { campaign_id: campaign.id, step_index: absent_step_index }
      expect(await source.listStepLeads({ ...nowhere, ...all })).toEqual(nothing)
      expect(await source.listStepLeads({ ...no_step, ...all })).toEqual(nothing)
      const lead_ids = idsOf(drafted())
      expect(await source.listStepLeadsById({ ...nowhere, lead_ids })).toEqual([])
      expect(await source.listStepLeadsById({ ...no_step, lead_ids })).toEqual([])
      expect(await source.listStepLeadsById({ ...step(), lead_ids: [randomUUID()] })).toEqual([])
      expect(await source.listCampaignLeadIds(nowhere.campaign_id, lead_ids)).toEqual([])
    })

    it(`lists only leads of PERSONALIZATION variants, whole and in lead order (${name})`, async () => {
      expect(drafted().length).toBeLessThan(fixture.leads.length)
      expect(await source.listStepLeads({ ...step(), after: null, limit: 1000 })).toEqual({
        leads: drafted(),
        next: null,
      })
    })

    it.each([1, 2, 3])(
      `pages by %i without losing or repeating a lead (${name})`,
      async (limit) => {
        const pages = await readPages(limit)
        expect(pages.flat()).toEqual(drafted())
        expect(pages).toHaveLength(Math.ceil(drafted().length / limit))
        pages.slice(0, -1).forEach((page) => expect(page).toHaveLength(limit))
      }
    )

    it(`has no next page when the last one is full to the brim (${name})`, async () => {
      const page = await source.listStepLeads({ ...step(), after: null, limit: drafted().length })
      expect(page.leads).toHaveLength(drafted().length)
      expect(page.next).toBeNull()
    })

    it(`answers named leads in lead order, and leaves out what is not to be drafted (${name})`, async () => {
      const wanted = [...fixture.leads].reverse().map(({ lead }) => lead.id)
      const lead_ids = [...wanted, fixture.foreign_lead_id, randomUUID()]
      expect(await source.listStepLeadsById({ ...step(), lead_ids })).toEqual(drafted())
      const [second] = drafted().slice(1)
      expect(
        await source.listStepLeadsById({ ...step(), lead_ids: [second?.lead.id ?? ""] })
      ).toEqual([second])
    })

    it(`tells a lead of the campaign from any other (${name})`, async () => {
      const own = idsOf(fixture.leads)
      const asked = [randomUUID(), ...own, fixture.foreign_lead_id]
      const found = await source.listCampaignLeadIds(fixture.campaign.id, asked)
      expect([...found].sort()).toEqual([...own].sort())
    })

    it(`puts a new lead last and leaves the others where they were (${name})`, async () => {
      const before = idsOf(drafted())
      const added = await fixture.addPersonalisedLead()
      const { leads } = await source.listStepLeads({ ...step(), after: null, limit: 1000 })
      expect(idsOf(leads)).toEqual([...before, added])
    })

    it(`shows a lead that enters between two pages on a later page (${name})`, async () => {
      const first = await source.listStepLeads({ ...step(), after: null, limit: 2 })
      const added = await fixture.addPersonalisedLead()
      const rest = await source.listStepLeads({ ...step(), after: first.next, limit: 1000 })
      const met = idsOf([...first.leads, ...rest.leads])
      expect(met).toEqual([...idsOf(drafted()), added])
    })

    it(`moves no lead to another variant when the weights change (${name})`, async () => {
      await fixture.changeWeights()
      const { leads } = await source.listStepLeads({ ...step(), after: null, limit: 1000 })
      expect(leads).toEqual(drafted())
    })

    it(`keeps the fingerprint of a step while nothing that a draft depends on changes (${name})`, async () => {
      const retrieve = () => source.retrieveStepSnapshot(fixture.campaign.id, fixture.step_index)
      const before = await retrieve()
      await fixture.addPersonalisedLead()
      await fixture.changeWeights()
      expect((await retrieve())?.fingerprint).toBe(before?.fingerprint)
      await fixture.changeSender()
      expect((await retrieve())?.fingerprint).not.toBe(before?.fingerprint)
    })

    it(`samples every drafted lead once, the same for the same seed, if it samples at all (${name})`, async () => {
      if (!source.sampleLeadIds) return
      const sample = async (seed: number, limit: number) => {
        const ids: string[] = []
        let after: string | null = null
        do {
          const page: SampledLeadIdsPage | undefined = await source.sampleLeadIds?.({
            ...step(),
            seed,
            after,
            limit,
          })
          ids.push(...(page?.lead_ids ?? []))
          after = page?.next ?? null
        } while (after !== null && ids.length <= fixture.leads.length)
        return ids
      }
      const ids = await sample(0, 3)
      expect([...ids].sort()).toEqual(idsOf(drafted()).sort())
      expect(await sample(0, 1_000)).toEqual(ids)
      expect(await sample(1, 1_000)).not.toEqual(ids)
      const nowhere = { ...step(), campaign_id: randomUUID(), seed: 0, after: null, limit: 10 }
      expect(await source.sampleLeadIds(nowhere)).toEqual({ lead_ids: [], next: null })
    })

    it(`names every attribute of its leads, if it names any (${name})`, async () => {
      if (!source.listAttributePaths) return
      const paths = await source.listAttributePaths(fixture.campaign.id, 1_000)
      const names = fixture.leads.flatMap(({ lead }) => Object.keys(lead.attributes))
      expect(paths).toEqual(expect.arrayContaining([...new Set(names)].map((key) => [key])))
      expect(new Set(paths?.map((path) => path.join("/"))).size).toBe(paths?.length)
      expect(await source.listAttributePaths(fixture.campaign.id, 1)).toBeNull()
      expect(await source.listAttributePaths(randomUUID(), 1_000)).toEqual([])
    })
  })
}
