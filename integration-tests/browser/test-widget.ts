import { randomUUID } from "node:crypto"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { make } from "./make"
import { expectHostileAsText, HOSTILE, LEADS } from "./leads"

/** The widget: the rest of the page is the host's, with buttons that have no name. */
const OUTREACH = "[role=region][aria-label=Outreach]"

/** What stands on the page of one of the host's own campaigns. */
export function testWidget({ host, dashboard }: Stage): void {
  /** A promotion campaign, and a group of three customers of whom one means no good. */
  async function openPromotion(): Promise<void> {
    const { api } = host()
    const promotion = await make(api, "/admin/campaigns", {
      name: "Black Friday",
      campaign_identifier: `BLACK-FRIDAY-${randomUUID().slice(0, 4)}`,
    })
    const group = await make(api, "/admin/customer-groups", { name: `Wholesale ${promotion}` })
    const add = await Promise.all(
      LEADS.slice(0, 3).map(({ email, first_name, company }) =>
        make(api, "/admin/customers", {
          email: `${randomUUID()}-${email}`,
          first_name,
          company_name: company,
        })
      )
    )
    await api.post(`/admin/customer-groups/${group}/customers`, { add })
    await dashboard().goTo(`/campaigns/${promotion}`)
    const { page } = dashboard()
    await page.getByLabel("Customer group").click()
    await page.getByRole("option", { name: `Wholesale ${promotion}` }).click()
  }

  it(
    "makes outreach of a customer group on the promotion's page, and shows its drafting live",
    async () => {
      await openPromotion()
      const { page } = dashboard()
      const outreach = page.locator(OUTREACH)
      await outreach.getByRole("button", { name: "Make outreach campaign" }).click()
      // No more than there are, and what it costs at most, before anything is spent.
      await outreach.getByText(/^Up to .* for 3 leads$/).waitFor()
      expect(await outreach.getByLabel("Number of leads").inputValue()).toBe("3")
      host().setDelay(1_000)
      await outreach.getByRole("button", { name: "Generate", exact: true }).dblclick()
      await outreach.getByText("of 3 done").waitFor()
      await outreach.getByText("3 of 3 done").waitFor()
      await outreach.getByText("Finished").waitFor()
      // All have a draft now, and that is no error.
      await outreach.getByText("Every lead of this step has its draft.").waitFor()
      expect(await outreach.getByRole("alert").count()).toBe(0)
      const again = outreach.getByRole("button", { name: "Generate", exact: true })
      expect(await again.isDisabled()).toBe(true)
      expect(await outreach.getByRole("list").last().getByRole("listitem").count()).toBe(1)
      expect(await dashboard().barriers(OUTREACH)).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)

      await outreach.getByRole("link", { name: "Open", exact: true }).click()
      await page.getByText(HOSTILE).first().waitFor()
      await expectHostileAsText(dashboard())
    },
    WITHIN_MS
  )
}
