import type { Dashboard } from "./dashboard"
import type { Stage } from "./dashboard-host"
import { createCampaign, LEADS } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** The Playground of a new campaign with ten leads. @param campaign what is not as usual */
export async function openPlayground(
  { host, dashboard }: Stage,
  campaign: object = {}
): Promise<PlaygroundPage> {
  const { api } = host()
  const campaignId = await createCampaign(api, campaign)
  await dashboard().goTo(`/outreach/${campaignId}/playground`)
  return new PlaygroundPage(dashboard().page, api, campaignId)
}

/** The same once there is a draft for each of its leads, the first of them open. */
export async function openDrafts(
  { host, dashboard }: Stage,
  on: Dashboard = dashboard()
): Promise<PlaygroundPage> {
  const { api } = host()
  const campaignId = await createCampaign(api)
  const body = { step_index: 1, n_leads: LEADS.length }
  await api.post(`/api/v1/campaigns/${campaignId}/playground/generate`, body)
  const playground = new PlaygroundPage(on.page, api, campaignId)
  await playground.until(
    "ten drafts are there",
    async () => (await playground.status()).succeeded === LEADS.length
  )
  await on.goTo(`/outreach/${campaignId}/playground`)
  await playground.reads("Ada")
  return playground
}
