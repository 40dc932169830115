import type { ApiClient } from "../../demo/api-client"
import type { DraftsAnswer, GenerateAnswer } from "../../demo/api-types"
import { untilDrafted } from "../../demo/story"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { LEADS } from "./leads"
import { make } from "./make"
import { PlaygroundPage } from "./playground-page"

const PROMPT = `Write a warm e-mail of at most 60 words that offers a sample box.

Greet {{ lead.first_name }} of {{ lead.company }} by name. Begin with what they ordered last, {{ customer.last_order.products }}, and sign as {{ sender.name }}.`
const SHORTER = PROMPT.replace("of at most 60 words", "of two sentences")

const ORDERED = ["Pour-over kettles", "Stoneware cups", "Oat cookies", "Linen aprons"]

interface Pair {
  pair: { pair_id: string; left: { body: string }; right: { body: string } } | null
}

/** The README's pictures, of a shop whose customers are written to. Taken where `UPDATE_SCREENSHOTS` asks. */
export function takePictures({ host, dashboard }: Stage): void {
  /** Customers with orders, in a group. @returns its id */
  async function openShop(api: ApiClient): Promise<string> {
    const group = await make(api, "/admin/customer-groups", { name: "Cafés" })
    const region = { name: "Europe", currency_code: "eur" }
    const region_id = await make(api, "/admin/regions", region)
    const sales_channel_id = await make(api, "/admin/sales-channels", { name: "Wholesale" })
    const people = LEADS.filter(({ first_name }) => /^\w+$/.test(first_name))
    for (const [place, { first_name, company }] of people.entries()) {
      const host = company.replace(/\W+/g, "-").toLowerCase()
      const email = `${first_name.toLowerCase()}@${host}.example`
      const person = { email, first_name, company_name: company }
      const customer_id = await make(api, "/admin/customers", person)
      await api.post(`/admin/customer-groups/${group}/customers`, { add: [customer_id] })
      const title = ORDERED[place % ORDERED.length]
      for (let order = 0; order <= place % 3; order++) {
        const items = [{ title, quantity: 6 + place, unit_price: 12 + order }]
        const body = { email, customer_id, region_id, sales_channel_id, items }
        const draft = await make(api, "/admin/draft-orders", body)
        await api.post(`/admin/draft-orders/${draft}/convert-to-order`, {})
      }
    }
    return group
  }

  async function createCampaign(api: ApiClient, customer_group_id: string) {
    const promotion_campaign_id = await make(api, "/admin/campaigns", {
      name: "Holiday restock",
      campaign_identifier: "HOLIDAY",
    })
    const sender_profile_id = await make(api, "/api/v1/sender-profiles", {
      profile_name: "Mira at Northwind",
      description: "Warm, short, never pushy",
      sender_data: { name: "Mira Sandoval", email: "mira@northwind.example" },
    })
    const variants = [{ label: "A", weight: 1, type: "PERSONALIZATION" }]
    const campaignId = await make(api, "/api/v1/campaigns", {
      name: "Holiday restock",
      description: "We ship small wholesale orders within two days.",
      system_prompt: PROMPT,
      sender_profile_id,
      promotion_campaign_id,
      steps: [{ step_index: 1, delay_days: 0, channel: "email", variants }],
    })
    await api.post(`/api/v1/campaigns/${campaignId}/leads`, { customer_group_id })
    return { campaignId, promotion_campaign_id }
  }

  it(
    "takes pictures of drafts beside what the shop knows, of a prompt with its tries, and of what was found out",
    async () => {
      const { api } = host()
      const { campaignId, promotion_campaign_id } = await createCampaign(api, await openShop(api))
      const path = `/api/v1/campaigns/${campaignId}`
      const generate = async (body: object) => {
        const request = { step_index: 1, ...body }
        const { batch_id } = await api.post<GenerateAnswer>(`${path}/playground/generate`, request)
        await untilDrafted(api, campaignId, batch_id, () => {})
        const drafts = `${path}/playground/drafts?batch_id=${batch_id}`
        return { batch_id, ...(await api.get<DraftsAnswer>(drafts)) }
      }
      const long = await generate({ n_leads: 7 })
      const campaign_lead_ids = long.drafts.map((draft) => draft.campaign_lead_id)
      const short = await generate({ campaign_lead_ids, custom_prompt: SHORTER })
      const batch_ids = [long.batch_id, short.batch_id] as const
      await preferShortOnes(api, path, batch_ids)
      await api.post(`${path}/playground/approve`, {
        batch_id: short.batch_id,
        draft_ids: short.drafts.slice(1, 4).map(({ id }) => id),
      })
      const { page } = dashboard()
      const playground = new PlaygroundPage(page, api, campaignId)

      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      await playground.reads("Ada")
      await page.getByText("used", { exact: true }).first().waitFor()
      await page.getByRole("button", { name: "Good", exact: true, disabled: false }).waitFor()
      await dashboard().picture("playground")

      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=compare`)
      await page
        .getByRole("status", { name: "Verdict" })
        .getByText(/is better/)
        .waitFor()
      await dashboard().picture("compare")

      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      await playground.openPrompt()
      await page.getByRole("tab", { name: "Try on a few leads" }).click()
      for (const name of ["Ada", "Donald", "Radia"]) {
        await page.getByRole("tabpanel").getByLabel("Search leads").fill(name)
        await page
          .getByRole("tabpanel")
          .getByRole("button", { name: new RegExp(`^${name}`) })
          .click()
      }
      const write = page.getByRole("button", { name: /^Write 3 drafts/ })
      await write.click()
      await playground.shows("3 of 3 done")
      await playground.button("Edit this prompt").click()
      const prompt = page.getByLabel("Prompt", { exact: true })
      await prompt.fill(SHORTER)
      await write.click()
      await page.getByRole("tabpanel").locator("del").first().waitFor()
      await playground.shows("3 of 3 done")
      await dashboard().picture("prompt", 900)

      await api.post(`${path}/playground/judge`, { batch_id: long.batch_id })
      await dashboard().goTo(`/outreach/${campaignId}/playground?batch_id=${long.batch_id}`)
      await page.getByText("What it claims").waitFor()
      await page.getByText(/^The judge's mean score/).waitFor()
      await dashboard().picture("judge", 1_000)

      const testSetId = await runAgainstTestLeads(api, path)
      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=tests&test_set=${testSetId}`)
      const results = page.getByRole("region", { name: "Results" })
      await results.getByText("Running").waitFor({ state: "hidden" })
      await results.getByText("Passed").first().waitFor()
      await dashboard().picture("tests", 768)

      await dashboard().goTo(`/outreach/${campaignId}`)
      await page.getByText("Analytical Engines").first().waitFor()
      await dashboard().picture("campaign")

      await dashboard().goTo(`/campaigns/${promotion_campaign_id}`)
      await page.getByText(/^Up to .* for \d leads?$/).waitFor()
      await dashboard().picture("widget")
    },
    2 * WITHIN_MS
  )
}

/** Two prompts against leads that never change. @returns the test set's id */
async function runAgainstTestLeads(api: ApiClient, path: string): Promise<string> {
  const checks = [{ type: "words", part: "body", max: 40 }, { type: "names_company" }]
  await api.put(`${path}/checks`, { checks })
  const test_set_id = await make(api, `${path}/test-sets`, {
    name: "Every month",
    sample: { n: 6 },
  })
  for (const custom_prompt of [PROMPT, SHORTER]) {
    const thresholds = { max_failed: 0.05, min_checks_passed: 0.9 }
    const body = { test_set_id, step_index: 1, custom_prompt, thresholds }
    await api.post(`${path}/playground/evaluations`, body)
  }
  return test_set_id
}

/** Whoever judges likes the shorter mail better. */
async function preferShortOnes(
  api: ApiClient,
  path: string,
  batch_ids: readonly [string, string]
): Promise<void> {
  const comparison = `${path}/comparisons/${await make(api, `${path}/comparisons`, { batch_ids })}`
  for (;;) {
    const { pair } = await api.get<Pair>(`${comparison}/next`)
    if (!pair) return
    const { pair_id, left, right } = pair
    const choice = left.body.length < right.body.length ? "left" : "right"
    await api.post(`${comparison}/choices`, { pair_id, choice })
  }
}
