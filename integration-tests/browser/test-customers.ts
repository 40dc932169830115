import { randomUUID } from "node:crypto"
import { CampaignPage } from "./campaign-page"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, LEADS } from "./leads"
import { make } from "./make"

/** Leads from the shop's own customers, chosen by what is known of them. */
export function testCustomers({ host, dashboard }: Stage): void {
  it(
    "counts the customers whom all conditions fit, imports them, and adds only the new ones again",
    async () => {
      const { api } = host()
      const mark = randomUUID().slice(0, 8)
      const group = await make(api, "/admin/customer-groups", { name: `Cafés ${mark}` })
      const join = async (name: string) => {
        const email = `${name}-${mark}@example.com`
        const customer = await make(api, "/admin/customers", { email, first_name: name })
        await api.post(`/admin/customer-groups/${group}/customers`, { add: [customer] })
      }
      await join("ada")
      await join("bo")
      const campaign = new CampaignPage(dashboard())
      await campaign.create({ name: `Win back ${mark}`, description: "", system_prompt: "" })
      const { page } = dashboard()
      const choose = async () => {
        await campaign.button("Import customers").click()
        await page.getByText("Choose at least one condition.").waitFor()
        expect(await campaign.button("Import").isDisabled()).toBe(true)
        await page.getByLabel("Customer group").click()
        await page.getByRole("option", { name: `Cafés ${mark}` }).click()
      }
      await choose()
      await page.getByText("2 customers fit").waitFor()
      // Nobody of them has ordered: a further condition narrows.
      await page.getByLabel("At least so many orders").fill("1")
      await page.getByText("0 customers fit").waitFor()
      await page.getByLabel("At least so many orders").fill("")
      await page.getByText("2 customers fit").waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await campaign.button("Import").click()
      await page.getByText("2 leads created").waitFor()

      await join("cy")
      await choose()
      await page.getByText("3 customers fit").waitFor()
      await page.getByText("1 new lead").waitFor()
      await campaign.button("Import").click()
      await page.getByText("1 lead created").waitFor()
    },
    WITHIN_MS
  )

  it(
    "links leads of a file to the customers with their addresses, unless somebody unticks it",
    async () => {
      const { api } = host()
      const mark = randomUUID().slice(0, 8)
      const [known, other] = [`known-${mark}@example.com`, `other-${mark}@example.com`]
      const customers = await Promise.all(
        [known, other].map((email) => make(api, "/admin/customers", { email }))
      )
      const campaign = new CampaignPage(dashboard())
      await campaign.create({ name: `From a list ${mark}`, description: "", system_prompt: "" })
      const { page } = dashboard()
      const choose = async (rows: string[]) => {
        const buffer = Buffer.from(["E-Mail,Vorname", ...rows].join("\n"))
        const file = { name: "liste.csv", mimeType: "text/csv", buffer }
        await page.locator("input[type=file]").setInputFiles(file)
        await page.getByText("1 new lead").waitFor()
        return page.getByLabel("Link leads that are customers")
      }
      const isLinked = await choose([`${known.toUpperCase()},Ada`])
      expect(await isLinked.isChecked()).toBe(true)
      await campaign.button("Import").click()
      await page.getByText("1 lead created").waitFor()
      await campaign.button("Dismiss report").click()

      await (await choose([`${other},Bo`])).uncheck()
      await campaign.button("Import").click()
      await page.getByText("1 lead created").waitFor()

      const [, campaignId = ""] = /outreach\/([^/?]+)/.exec(page.url()) ?? []
      const { leads } = await api.get<{ leads: { email: string; customer_id: string | null }[] }>(
        `/api/v1/campaigns/${campaignId}/leads`
      )
      expect(leads.map(({ email, customer_id }) => [email.toLowerCase(), customer_id])).toEqual([
        [known, customers[0]],
        [other, null],
      ])
    },
    WITHIN_MS
  )

  it(
    "offers what the shop knows of customers to a prompt, in words, and only where leads are customers",
    async () => {
      const { api } = host()
      const email = `${randomUUID()}@example.com`
      const customer_id = await make(api, "/admin/customers", { email })
      const campaignId = await createCampaign(api)
      const { page } = dashboard()
      const fact = page.getByRole("button", { name: "Insert Customer: Orders", exact: true })
      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      await page.getByRole("button", { name: "Insert lead.company", exact: true }).waitFor()
      await page.getByText(`for ${LEADS.length} leads`).waitFor()
      expect(await fact.count()).toBe(0)

      await api.post(`/api/v1/campaigns/${campaignId}/leads`, { leads: [{ email, customer_id }] })
      await page.reload()
      await fact.click()
      const prompt = page.getByLabel("Prompt", { exact: true })
      expect(await prompt.inputValue()).toBe("{{ customer.orders_count }}")
      await page.getByText(`${LEADS.length} of ${LEADS.length + 1} lack Customer: Orders`).waitFor()
    },
    WITHIN_MS
  )
}
