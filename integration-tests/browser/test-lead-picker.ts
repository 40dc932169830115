import { untilDrafted } from "../../demo/story"
import type { GenerateAnswer, StatusAnswer } from "../../demo/api-types"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, HOSTILE, LEADS } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** More than fit on a page of the picker, three of them with an attribute. */
const OTHERS = Array.from({ length: 15 }, (_, place) => ({
  email: `other-${place}@example.com`,
  first_name: `Other ${place}`,
  ...(place < 3 && { attributes: { plan: "Gold" } }),
}))

/** Choosing leads by hand, out of a table that the server searches, filters and pages. */
export function testLeadPicker({ host, dashboard }: Stage): void {
  /** Four drafts, of which one is flagged and one approved, and two failures. */
  async function createDraftedCampaign(): Promise<{ campaignId: string; ids: string[] }> {
    const { api } = host()
    const campaignId = await createCampaign(api)
    const path = `/api/v1/campaigns/${campaignId}`
    await api.post(`${path}/leads`, { leads: OTHERS })
    const { leads } = await api.get<{ leads: { id: string }[] }>(`${path}/leads?limit=200`)
    const ids = leads.map(({ id }) => id)
    const draft = async (campaign_lead_ids: string[], custom_prompt: string) => {
      const body = { step_index: 1, campaign_lead_ids, custom_prompt }
      const { batch_id } = await api.post<GenerateAnswer>(`${path}/playground/generate`, body)
      await untilDrafted(api, campaignId, batch_id, () => {})
    }
    await draft(ids.slice(0, 4), "Write briefly.")
    await draft(ids.slice(4, 6), "Write to {{ lead.title }}.")
    const approval = { step_index: 1, subject: "Hi", body: "Hello Ada" }
    await api.post(`${path}/leads/${ids[0]}/approve`, approval)
    return { campaignId, ids }
  }

  it(
    "finds leads by how their drafts stand, by a field and by an attribute, page by page",
    async () => {
      const { campaignId, ids } = await createDraftedCampaign()
      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      const { page } = dashboard()
      const playground = new PlaygroundPage(page, host().api, campaignId)
      await playground.openPrompt()
      await page.getByRole("combobox", { name: "Which leads" }).click()
      await page.getByRole("option", { name: "Choose by hand…" }).click()
      const picker = page.getByRole("dialog")
      const finds = (names: string[], count = names.length) =>
        playground.until(`${count} leads, ${names.join(", ")}`, async () => {
          const found = await picker.getByRole("listitem").allInnerTexts()
          const isNamed = names.every((name, place) => found[place]?.startsWith(name))
          return isNamed && found.length === count
        })
      const show = async (name: string) => {
        await picker.getByRole("combobox", { name: "Show" }).click()
        await page.getByRole("option", { name, exact: true }).click()
      }
      // Whoever holds an approval is not offered at first. One is taken from the last page.
      await finds([HOSTILE, "Grace"], 20)
      await picker.getByRole("button", { name: "Next" }).click()
      await finds(["Other 11", "Other 12", "Other 13", "Other 14"])
      await picker.getByLabel(/^Other 14/).click()
      await show("Approved")
      await finds(["Ada"])
      await show("With a draft")
      await finds([HOSTILE, "Grace", "Edsger"])
      await show("Flagged")
      await finds([HOSTILE])
      await show("Failed")
      await finds(["Barbara", "Donald"])
      await picker.getByLabel("Search leads").fill("literate")
      await finds(["Donald"])
      await picker.getByLabel(/^Donald/).click()
      await picker.getByLabel("Search leads").fill("")
      await show("Without a draft")
      await finds(["Barbara", "Donald", "Radia"], 20)
      await picker.getByLabel("Field").fill("plan")
      await picker.getByLabel("Its value").fill("gold")
      await finds(["Other 0", "Other 1", "Other 2"])
      await show("All")
      await picker.getByLabel("Field").fill("company")
      await picker.getByLabel("Its value").fill("compilers")
      await finds(["Grace"])
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])

      await picker.getByRole("button", { name: "Take these 2" }).click()
      await playground.generate.click()
      await playground.shows("2 of 2 done")
      const { per_lead } = await host().api.get<StatusAnswer>(
        `/api/v1/campaigns/${campaignId}/playground/status`
      )
      const taken = per_lead.map(({ campaign_lead_id }) => campaign_lead_id)
      expect(taken).toEqual([ids[5], ids[LEADS.length + 14]])
    },
    WITHIN_MS
  )
}
