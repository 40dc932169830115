import type { Request } from "playwright-core"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { LEADS } from "./leads"
import { openPlayground } from "./open-playground"

/** What becomes of a batch that somebody doubles, leaves or stops. */
export function testBatches(stage: Stage): void {
  const { host, dashboard } = stage

  it(
    "makes one batch of a double click, and goes on after a reload in mid-run",
    async () => {
      const playground = await openPlayground(stage)
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
    "follows a batch by one event stream, and reads the drafts no more often than they come",
    async () => {
      const playground = await openPlayground(stage)
      host().setDelay(1_000, 1_000)
      const asked: string[] = []
      const note = (request: Request) => {
        const { pathname } = new URL(request.url())
        if (pathname.startsWith("/api/") || pathname.startsWith("/admin/")) {
          asked.push(pathname.replace(/^.*\//, ""))
        }
      }
      playground.page.on("request", note)
      await playground.ask(LEADS.length)
      await playground.shows("10 of 10 done")
      await playground.page.waitForLoadState("networkidle")
      playground.page.off("request", note)

      const count = (name: string) => asked.filter((last) => last === name).length
      expect(count("generate")).toBe(1)
      expect(count("events")).toBe(1)
      expect(count("drafts")).toBeLessThanOrEqual(LEADS.length + 2)
      // Whatever stands beside it is read when it begins and when it ends.
      expect(asked.length - count("drafts")).toBeLessThanOrEqual(25)
    },
    WITHIN_MS
  )

  it(
    "compares the newest two batches that share leads, although a newer one shares none with them",
    async () => {
      const playground = await openPlayground(stage)
      const { api } = host()
      const path = `/api/v1/campaigns/${playground.campaignId}`
      const { leads } = await api.get<{ leads: { id: string }[] }>(`${path}/leads`)
      const ids = leads.map(({ id }) => id)
      for (const campaign_lead_ids of [ids.slice(0, 4), ids.slice(1, 4), ids.slice(5, 6)]) {
        const body = { step_index: 1, campaign_lead_ids, custom_prompt: `Write. ${ids.length}` }
        await api.post(`${path}/playground/generate`, body)
        await playground.until(
          "the batch is drafted",
          async () => (await playground.status()).succeeded === campaign_lead_ids.length
        )
      }
      await dashboard().goTo(`/outreach/${playground.campaignId}/playground?tab=compare`)
      const { page } = playground
      const first = page.getByRole("combobox", { name: "Batch A" })
      await first.getByText("4 leads").waitFor()
      // By its prompt's first words.
      await first.getByText("Write. 10").waitFor()
      await page.getByRole("combobox", { name: "Batch B" }).getByText("3 leads").waitFor()
    },
    WITHIN_MS
  )

  it(
    "compares page by page where more leads are shared than a page holds",
    async () => {
      const playground = await openPlayground(stage)
      const { api } = host()
      const path = `/api/v1/campaigns/${playground.campaignId}`
      const more = Array.from({ length: 12 }, (_, place) => ({
        email: `more-${place}@example.com`,
      }))
      await api.post(`${path}/leads`, { leads: more })
      const n_leads = LEADS.length + more.length
      for (const custom_prompt of ["Write.", "Write more."]) {
        const body = { step_index: 1, n_leads, lead_selection: "first", custom_prompt }
        await api.post(`${path}/playground/generate`, body)
        await playground.until(
          "the batch is drafted",
          async () => (await playground.status()).succeeded === n_leads
        )
      }
      await dashboard().goTo(`/outreach/${playground.campaignId}/playground?tab=compare`)
      const { page } = playground
      const compared = page.getByRole("region", { name: "Batch A", exact: true })
      await playground.until("a page is full", async () => (await compared.count()) === 20)
      await page.getByRole("button", { name: "Next", exact: true }).click()
      await playground.until("the rest is shown", async () => (await compared.count()) === 2)
    },
    WITHIN_MS
  )

  it(
    "cancels a batch in mid-run, and says what was not written",
    async () => {
      const playground = await openPlayground(stage)
      host().setDelay(60_000)
      await playground.ask(10)
      await playground.cancel()
      expect(await playground.status()).toMatchObject({ cancelled: 10, running: 0, pending: 0 })
    },
    WITHIN_MS
  )
}
