import type { ICustomerModuleService, IPromotionModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { CampaignLeadDTO } from "../../../src/modules/outreach"
import type { PlaygroundModuleService } from "../../../src/modules/playground"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { clientOf, refusal, UNKNOWN_ID } from "../outreach/client"

/** What comes from the host. */
export function testFromTheHost(host: Host): void {
  const query = () => host.container().resolve(ContainerRegistrationKeys.QUERY)
  const customers = () => host.container().resolve<ICustomerModuleService>(Modules.CUSTOMER)

  describe("a customer group", () => {
    const makeGroup = async (people: { email: string; [field: string]: string }[]) => {
      const group = await customers().createCustomerGroups({ name: "Regulars" })
      const made = await customers().createCustomers(people)
      await customers().addCustomerToGroup(
        made.map(({ id }) => ({ customer_id: id, customer_group_id: group.id }))
      )
      return { group_id: group.id, ids: made.map(({ id }) => id) }
    }
    const importInto = (campaign_id: string, customer_group_id: string) =>
      clientOf(host).post(`/campaigns/${campaign_id}/leads`, { customer_group_id })
    const leadsOf = async (campaign_id: string): Promise<CampaignLeadDTO[]> =>
      (await clientOf(host).get(`/campaigns/${campaign_id}/leads?limit=200`)).body.leads

    it("becomes leads that know their customer, again and again without duplicates", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 0 })
      const { group_id, ids } = await makeGroup([
        { email: "ada@example.com", first_name: "Ada", company_name: "Analytical" },
        { email: "bob@example.com", last_name: "Builder" },
      ])
      const first = await importInto(campaign_id, group_id)
      expect([first.status, first.body]).toEqual([
        200,
        { created: 2, updated: 0, skipped: 0, errors: [] },
      ])
      const leads = await leadsOf(campaign_id)
      const byEmail = [...leads].sort((one, other) => one.email.localeCompare(other.email))
      expect(byEmail).toEqual([
        expect.objectContaining({
          email: "ada@example.com",
          first_name: "Ada",
          last_name: null,
          company: "Analytical",
          customer_id: ids[0],
          attributes: {},
        }),
        expect.objectContaining({
          email: "bob@example.com",
          last_name: "Builder",
          customer_id: ids[1],
          attributes: {},
        }),
      ])
      const again = await importInto(campaign_id, group_id)
      expect(again.body).toEqual({ created: 0, updated: 0, skipped: 2, errors: [] })
      expect(await leadsOf(campaign_id)).toEqual(leads)
    })

    it("refreshes who is a lead already, and keeps variants and what the customer lacks", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 0 })
      const client = clientOf(host)
      const own = {
        email: "ADA@example.com",
        first_name: "A.",
        title: "CTO",
        company: "Analytical",
        attributes: { plan: "gold", orders_count: 99 },
      }
      await client.post(`/campaigns/${campaign_id}/leads`, { leads: [own] })
      const [lead] = await leadsOf(campaign_id)
      if (!lead) throw new Error("there is no lead")
      const assignments = () =>
        host.query(`select * from outreach_lead_assignment order by campaign_lead_id, step_index`)
      const assigned = await assignments()
      await client.post(`/campaigns/${campaign_id}/leads/${lead.id}/approve`, {
        step_index: 1,
        subject: "S",
        body: "B",
      })
      const { group_id, ids } = await makeGroup([{ email: "ada@example.com", first_name: "Ada" }])

      const answer = await importInto(campaign_id, group_id)
      expect(answer.body).toEqual({ created: 0, updated: 1, skipped: 0, errors: [] })
      expect(await leadsOf(campaign_id)).toEqual([
        {
          ...lead,
          first_name: "Ada",
          customer_id: ids[0],
          attributes: { plan: "gold", orders_count: 99 },
          // It was read before its e-mail was approved.
          approved_count: 1,
          updated_at: expect.any(String),
        },
      ])
      expect(await assignments()).toEqual(assigned)
      const playground = host.container().resolve<PlaygroundModuleService>("playground")
      expect(await playground.retrieveApprovedEmail(lead.id, 1)).toMatchObject({
        lead_changed_at: expect.any(Date),
      })

      // By the customer's id, once it is known: a new address is the same lead.
      await customers().updateCustomers(ids[0] ?? "", { email: "countess@example.com" })
      expect((await importInto(campaign_id, group_id)).body.updated).toBe(1)
      expect(await leadsOf(campaign_id)).toEqual([
        expect.objectContaining({ id: lead.id, email: "countess@example.com" }),
      ])
    })

    it("never takes the address of another lead, nor makes two of one address", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 0 })
      const { group_id, ids } = await makeGroup([
        { email: "one@example.com" },
        { email: "two@example.com" },
      ])
      await importInto(campaign_id, group_id)
      const [one = "", two = ""] = ids
      await customers().updateCustomers(one, { email: "parked@example.com" })
      await customers().updateCustomers(two, { email: "one@example.com" })
      await customers().updateCustomers(one, { email: "two@example.com" })
      const swapped = await importInto(campaign_id, group_id)
      expect([swapped.status, swapped.body]).toEqual([
        200,
        { created: 0, updated: 0, skipped: 2, errors: [] },
      ])
      expect(await leadsOf(campaign_id)).toHaveLength(2)
    })

    it("is read in pages, from several imports at once, and a customer without an address is told", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 0 })
      const { group_id, ids } = await makeGroup(
        Array.from({ length: 450 }, (_, place) => ({ email: `customer-${place}@example.com` }))
      )
      await host.query(`update customer set email = null where id = $1`, [ids[7]])
      const answers = await Promise.all([1, 2, 3].map(() => importInto(campaign_id, group_id)))
      const created = answers.reduce((sum, { body }) => sum + Number(body.created), 0)
      expect(created).toBe(449)
      for (const { body } of answers) {
        expect(body).toMatchObject({
          updated: 0,
          errors: [{ line: expect.any(Number), reason: expect.stringContaining(ids[7] ?? "") }],
        })
      }
      const { body } = await clientOf(host).get(`/campaigns/${campaign_id}/leads`)
      expect(body.count).toBe(449)
    })

    it("must be there, and stand alone in the body", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 0 })
      const unknown = await importInto(campaign_id, "cusgroup_unknown")
      expect([unknown.status, unknown.body.message]).toEqual([
        404,
        expect.stringContaining("cusgroup_unknown"),
      ])
      const both = await clientOf(host).post(`/campaigns/${campaign_id}/leads`, {
        leads: [{ email: "a@example.com" }],
        customer_group_id: "cusgroup_1",
      })
      expect([both.status, both.body]).toEqual([400, refusal("customer_group_id")])
      expect((await importInto(UNKNOWN_ID, "cusgroup_1")).status).toBe(404)
    })
  })

  describe("a promotion campaign", () => {
    it("is walked to and from by query.graph, and filters the list of campaigns", async () => {
      const promotions = host.container().resolve<IPromotionModuleService>(Modules.PROMOTION)
      const made = await promotions.createCampaigns([
        { name: "Spring", campaign_identifier: "spring" },
        { name: "Empty", campaign_identifier: "empty" },
      ])
      // The host answers in no certain order.
      const spring = made.find(({ name }) => name === "Spring")
      const empty = made.find(({ name }) => name === "Empty")
      if (!spring || !empty) throw new Error("there is no promotion campaign")
      const client = clientOf(host)
      const make = async (body: object) =>
        String((await client.post("/campaigns", body)).body.campaign.id)
      const linked = await make({ name: "Linked", promotion_campaign_id: spring.id })
      const active = await make({
        name: "Active",
        status: "active",
        promotion_campaign_id: spring.id,
      })
      const alone = await make({ name: "Alone", status: "active" })

      const { data: outward } = await query().graph({
        entity: "outreach_campaign",
        fields: ["id", "promotion_campaign.name"],
        filters: { id: [linked, alone] },
      })
      expect(new Map(outward.map(({ id, promotion_campaign: to }) => [id, to?.name]))).toEqual(
        new Map([
          [linked, "Spring"],
          [alone, undefined],
        ])
      )
      const { data: inward } = await query().graph({
        entity: "campaign",
        fields: ["id", "outreach_campaigns.id", "outreach_campaigns.name"],
        filters: { id: [spring.id, empty.id] },
      })
      const names = inward.map(({ id, outreach_campaigns: from }) => [
        id,
        (from ?? []).map((campaign: { name: string } | null) => campaign?.name).sort(),
      ])
      expect(new Map(names as [string, string[]][])).toEqual(
        new Map([
          [spring.id, ["Active", "Linked"]],
          [empty.id, []],
        ])
      )

      const listed = async (filter: string) =>
        (await client.get(`/campaigns?${filter}`)).body.campaigns.map(
          ({ id }: { id: string }) => id
        )
      expect(await listed(`promotion_campaign_id=${spring.id}`)).toEqual([active, linked])
      expect(await listed("status=active")).toEqual([alone, active])
      expect(await listed(`status=active&promotion_campaign_id=${spring.id}&q=act`)).toEqual([
        active,
      ])
      expect((await client.get("/campaigns?status=gone")).status).toBe(400)
    })
  })
}
