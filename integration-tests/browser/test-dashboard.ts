import type { Browser } from "playwright-core"
import type { ApiClient } from "../../demo/api-client"
import { startChromium } from "./chromium"
import { Dashboard } from "./dashboard"
import { PlaygroundPage } from "./playground-page"

const WITHIN_MS = 120_000
const HOSTILE = `<img src=x onerror="window.isOwned=true">`

const COMPANIES = [
  "Analytical Engines",
  "Nobody & Sons",
  "Harbour Compilers",
  "Shortest Path Books",
  "Abstract Paper",
  "Literate Prints",
  "Spanning Tree Nursery",
  "Bell Goods",
  "Mead & Conway",
  "Apollo Outfitters",
]

/** A running host with the dashboard in it, and what its generator does. */
export interface DashboardHost {
  baseUrl: string
  account: { email: string; password: string }
  api: ApiClient
  /** How long each draft takes from now on, in ms. */
  setDelay(ms: number): void
}

interface LeadsAnswer {
  leads: { id: string; first_name: string }[]
}

/** What people do at the dashboard, in a real Chromium. Each draft begins with "Hello <first name>,". */
export function testDashboard(host: () => DashboardHost): void {
  let browser: Browser
  let dashboard: Dashboard
  beforeAll(async () => {
    browser = await startChromium()
    const { baseUrl, account } = host()
    dashboard = await Dashboard.open(browser, baseUrl, account)
  }, WITHIN_MS)
  beforeEach(() => host().setDelay(0))
  afterAll(() => browser.close())

  /** A campaign of ten leads, one of whom means no good, and its Playground. */
  async function openPlayground(): Promise<PlaygroundPage> {
    const { api } = host()
    const variants = [{ label: "A", weight: 1, type: "PERSONALIZATION" }]
    const { campaign } = await api.post<{ campaign: { id: string } }>("/api/v1/campaigns", {
      name: "Holiday restock",
      description: "We ship small wholesale orders within two days.",
      system_prompt:
        "Write a warm first e-mail of at most 60 words that offers a sample box.\n\n" +
        "Speak to the lead by first name, name the company, and sign as Mira.",
      steps: [{ step_index: 1, delay_days: 0, channel: "email", variants }],
    })
    const names = ["Ada", HOSTILE, "Grace", "Edsger", "Barbara", "Donald", "Radia", "Ken", "Lynn"]
    const leads = [...names, "Margaret"].map((first_name, place) => ({
      first_name,
      email: `lead-${place}@example.com`,
      company: `${COMPANIES[place]}`,
    }))
    await api.post(`/api/v1/campaigns/${campaign.id}/leads`, { leads })
    await dashboard.goTo(`/outreach/${campaign.id}/playground`)
    return new PlaygroundPage(dashboard.page, api, campaign.id)
  }

  it(
    "writes, shows, edits and approves drafts, and shows a hostile lead as text",
    async () => {
      const playground = await openPlayground()
      const { page } = playground
      await playground.ask(10)
      await playground.shows("10 of 10 done")
      await playground.openTab("Drafts")
      await playground.shows("Hello Ada,")
      await dashboard.picture("playground")
      expect(await dashboard.barriers()).toEqual([])
      expect(await dashboard.overflowOnPhone()).toBe(0)

      await page.keyboard.press("e")
      await page.getByLabel("Body").fill("Hello Ada, edited by hand.")
      await playground.button("Approve changes").click()
      const { leads } = await host().api.get<LeadsAnswer>(
        `/api/v1/campaigns/${playground.campaignId}/leads`
      )
      const ada = leads.find(({ first_name }) => first_name === "Ada")?.id ?? ""
      await playground.until("the edited e-mail is approved", async () =>
        /edited by hand\.$/.test((await playground.approvedEmail(ada)).body)
      )

      await page.getByText(HOSTILE).first().waitFor()
      await page.getByText(HOSTILE).first().click()
      await playground.shows(`Hello ${HOSTILE},`)
      expect(await page.evaluate("window.isOwned === undefined")).toBe(true)
      expect(await page.locator(`img[src="x"]`).count()).toBe(0)
    },
    WITHIN_MS
  )

  it(
    "makes one batch of a double click, and goes on after a reload in mid-run",
    async () => {
      const playground = await openPlayground()
      host().setDelay(3_000)
      await playground.page.getByLabel("Number of leads").fill("9")
      await playground.generate.dblclick()
      await playground.until(
        "the batch is there",
        async () => (await playground.batchIds()).length > 0
      )
      await playground.page.reload()
      await playground.shows(/of 9 done/)
      expect((await playground.status()).succeeded).toBeLessThan(9)
      await playground.shows("9 of 9 done")
      expect(await playground.batchIds()).toHaveLength(1)
    },
    WITHIN_MS
  )

  it(
    "cancels a batch in mid-run, and says what was not written",
    async () => {
      const playground = await openPlayground()
      host().setDelay(60_000)
      await playground.ask(10)
      await playground.button("Cancel batch").click()
      await playground.page
        .getByRole("alertdialog")
        .getByText("Cancel batch", { exact: true })
        .click()
      await playground.shows("Cancelled. What was written is kept.")
      expect(await playground.status()).toMatchObject({ cancelled: 10, running: 0, pending: 0 })
    },
    WITHIN_MS
  )
}
