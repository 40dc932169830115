import { WITHIN_MS, type Stage } from "./dashboard-host"
import { HOSTILE, LEADS } from "./leads"
import { make } from "./make"
import { openPlayground } from "./open-playground"

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
      const { batch } = await host().api.get<{ batch: { prompt: string; counts: object } }>(
        `/api/v1/campaigns/${playground.campaignId}/playground/batches/${batchId}`
      )
      expect(batch.prompt).toMatch(/\n\nShorter$/)
      expect(batch.counts).toMatchObject({ total: 1 })
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
      await page.getByRole("textbox", { name: "Search leads" }).fill("Grace")
      await page.getByRole("button", { name: /^Grace · / }).click()
      await page.getByRole("button", { name: "Leave out Grace" }).waitFor()
      await playground.button("Write 1 draft").waitFor()
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
        const { page } = dashboard()
        expect(await page.getByRole("link", { name: "Open Playground" }).count()).toBe(0)
        const ways = page.getByRole("link", { name: /^Set up: / })
        const items = page.getByRole("listitem")
        for (const step of [/^Sender/, /^A step that is written/, /^Leads/, /^Prompt/]) {
          await items.filter({ hasText: step }).first().waitFor()
        }
        expect(await ways.count()).toBeGreaterThanOrEqual(3)
        await page.getByRole("link", { name: "Set up: Leads" }).click()
        await page.getByRole("button", { name: "Upload CSV" }).waitFor()
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

  it(
    "names the default sender, who signs where the campaign names none, and offers just what is known of them",
    async () => {
      const { api } = host()
      const id = await make(api, "/api/v1/sender-profiles", {
        profile_name: "Zoë of the shop",
        sender_data: { phone: "555" },
        is_default: true,
      })
      const playground = await openPlayground(stage)
      const { page } = playground
      await playground.openPrompt()
      await page.getByText("Signed by Zoë of the shop").waitFor()
      const offered = page.getByRole("button", { name: /^Insert sender\./ })
      await playground.until("both are offered", async () => (await offered.count()) === 2)
      expect(await offered.allInnerTexts()).toEqual(["sender.profile_name", "sender.phone"])
      await api.patch(`/api/v1/sender-profiles/${id}`, { is_default: false })
    },
    WITHIN_MS
  )
}
