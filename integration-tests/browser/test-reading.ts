import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, HOSTILE, LEADS } from "./leads"
import { openPlayground } from "./open-playground"
import { PlaygroundPage } from "./playground-page"

/** Reading comes first: what stands on the screen while drafts come, and what can be done with one. */
export function testReading(stage: Stage): void {
  const { host, dashboard } = stage

  it(
    "marks what the draft uses of the lead, and writes it anew with a remark",
    async () => {
      const playground = await openPlayground(stage)
      const { page } = playground
      await playground.ask(2)
      await playground.reads("Ada")
      const facts = page.getByRole("complementary", { name: "What is known" })
      await facts.getByText("used").first().waitFor()
      await playground.button("Rewrite with a remark").click()
      await page.getByLabel("Remark").fill("Shorter")
      await page.getByRole("button", { name: "Rewrite", exact: true }).click()
      await page.getByRole("region", { name: "Rewritten" }).getByText("Hello Ada,").waitFor()
      const [batchId = ""] = await playground.batchIds()
      const { batch } = await host().api.get<{ batch: { prompt: string } }>(
        `/api/v1/campaigns/${playground.campaignId}/playground/batches/${batchId}`
      )
      expect(batch.prompt).toMatch(/\n\nShorter$/)
    },
    WITHIN_MS
  )

  it(
    "tries a prompt on a few leads beside it, by a key, and keeps it open",
    async () => {
      const playground = await openPlayground(stage)
      const { page } = playground
      await playground.openPrompt()
      await page.getByRole("tab", { name: "Try on a few leads" }).click()
      await playground.button("Oddest").click()
      await page.getByLabel("Prompt", { exact: true }).press("Control+Enter")
      await page
        .getByRole("tabpanel")
        .getByText(/^Hello /)
        .first()
        .waitFor()
      expect(await page.getByLabel("Prompt", { exact: true }).isVisible()).toBe(true)

      const tried = (await playground.status()).total
      await page.getByText(`${tried} of ${tried} done`).waitFor()
      await page.getByLabel("Prompt", { exact: true }).fill("Write two sentences.")
      await page.getByLabel("Prompt", { exact: true }).press("Control+Enter")
      const gone = page.getByRole("tabpanel").locator("del", { hasText: "small orders" })
      await gone.first().waitFor()
      const left = LEADS.length - tried
      await playground.button(`Generate for the rest (${left} of ${left})`).click()
      await playground.shows(`${left} of ${left} done`)
      expect(await playground.batchIds()).toHaveLength(3)
    },
    WITHIN_MS
  )

  it(
    "groups failures with a remedy, and calls a batch without a draft no success",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api, { system_prompt: "Write to {{ lead.title }}." })
      // Over HTTP: the page does not generate where no lead can be drafted.
      const body = { step_index: 1, n_leads: 4 }
      await api.post(`/api/v1/campaigns/${campaignId}/playground/generate`, body)
      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      const { page } = dashboard()
      const playground = new PlaygroundPage(page, api, campaignId)
      await playground.shows("Nothing was written")
      await playground.shows(/4 × /)
      await playground.button("See why").click()
      await page
        .getByRole("dialog")
        .getByText(/4 × .*title/)
        .waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
    },
    WITHIN_MS
  )

  it(
    "shows a checklist to whoever has nothing to draft for",
    async () => {
      const { api } = host()
      const { campaign } = await api.post<{ campaign: { id: string } }>("/api/v1/campaigns", {
        name: "Empty",
      })
      for (const route of [`/outreach/${campaign.id}`, `/outreach/${campaign.id}/playground`]) {
        await dashboard().goTo(route)
        await dashboard().page.getByText("Before the first drafts").waitFor()
        expect(await dashboard().barriers()).toEqual([])
        expect(await dashboard().page.getByRole("link", { name: "Open Playground" }).count()).toBe(
          0
        )
      }
    },
    WITHIN_MS
  )

  it(
    "takes keys after the filter was used",
    async () => {
      const playground = await openPlayground(stage)
      const { page } = playground
      await playground.ask(3)
      await playground.shows("3 of 3 done")
      await playground.reads("Ada")
      await playground.showDrafts("To review")
      await page.keyboard.press("j")
      await playground.reads(HOSTILE)
      await page.keyboard.press("a")
      await playground.shows("1 draft approved")
      await playground.reads("Grace")
    },
    WITHIN_MS
  )
}
