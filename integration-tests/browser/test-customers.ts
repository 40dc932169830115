import { randomUUID } from "node:crypto"
import { CampaignPage } from "./campaign-page"
import { WITHIN_MS, type Stage } from "./dashboard-host"
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
}
