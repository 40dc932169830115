import type { StatusAnswer } from "../../demo/api-types"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** Drafting again for those whom a batch left without a draft. */
export function testLeftOver({ host, dashboard }: Stage): void {
  const openPlayground = async (campaignId: string) => {
    await dashboard().goTo(`/outreach/${campaignId}/playground`)
    return new PlaygroundPage(dashboard().page, host().api, campaignId)
  }
  /** Opens the choice of leads, and takes what is called so. */
  async function choose(playground: PlaygroundPage, name: string): Promise<void> {
    await playground.openPrompt()
    await playground.page.getByRole("combobox", { name: "Which leads" }).click()
    await playground.page.getByRole("option", { name, exact: true }).click()
  }
  /** Ids of the leads that the newest batch is for. */
  async function leadsOfNewest(playground: PlaygroundPage): Promise<string[]> {
    const [batchId = ""] = await playground.batchIds()
    const { per_lead } = await host().api.get<StatusAnswer>(
      `/api/v1/campaigns/${playground.campaignId}/playground/status?batch_id=${batchId}`
    )
    return per_lead.map(({ campaign_lead_id }) => campaign_lead_id)
  }
  async function leadIds(campaignId: string): Promise<string[]> {
    const path = `/api/v1/campaigns/${campaignId}/leads`
    const { leads } = await host().api.get<{ leads: { id: string }[] }>(path)
    return leads.map(({ id }) => id)
  }

  it.each([
    ["some", 2],
    ["all", 0],
  ])(
    "drafts again for just those that failed, where %s did",
    async (_, ready) => {
      const { api } = host()
      const campaignId = await createCampaign(api, { system_prompt: "Write to {{ lead.title }}." })
      const path = `/api/v1/campaigns/${campaignId}`
      const ids = (await leadIds(campaignId)).slice(0, ready + 8)
      for (const id of ids.slice(0, ready)) await api.patch(`${path}/leads/${id}`, { title: "x" })
      // Over HTTP: the page does not generate where no lead can be drafted.
      const body = { step_index: 1, campaign_lead_ids: ids }
      await api.post(`${path}/playground/generate`, body)
      const playground = await openPlayground(campaignId)
      await playground.shows(`${ids.length} of ${ids.length} done`)
      await choose(playground, "The 8 that failed")
      await playground.page.getByLabel("Prompt", { exact: true }).fill("Write briefly.")
      await playground.generate.click()
      await playground.until("another batch", async () => (await playground.batchIds()).length > 1)
      await playground.reads(["Ada", "Grace"][ready / 2] ?? "")
      expect(await leadsOfNewest(playground)).toEqual(ids.slice(ready))
      await playground.shows("8 of 8 done")
      expect(await playground.status()).toMatchObject({ succeeded: 8, total: 8 })
    },
    WITHIN_MS
  )

  it(
    "drafts for just those that a cancel left",
    async () => {
      const campaignId = await createCampaign(host().api)
      const playground = await openPlayground(campaignId)
      // The first comes at once, the others take too long.
      host().setDelay(0, 60_000)
      await playground.ask(6)
      await playground.until("one came", async () => (await playground.status()).succeeded > 0)
      await playground.cancel()
      const { cancelled, total } = await playground.status()
      expect({ total, isLeft: cancelled > 0 && cancelled < total }).toEqual({
        total: 6,
        isLeft: true,
      })
      host().setDelay(0)
      await choose(playground, `The ${cancelled} that the cancel left`)
      await playground.generate.click()
      await playground.until("another batch", async () => (await playground.batchIds()).length > 1)
      const left = (await leadIds(campaignId)).slice(0, 6).slice(-cancelled)
      expect(await leadsOfNewest(playground)).toEqual(left)
      await playground.shows(`${cancelled} of ${cancelled} done`)
    },
    WITHIN_MS
  )
}
