import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, HOSTILE, LEADS } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** A server that does not answer, and a page that says so and goes on by itself. */
export function testOutage({ host, dashboard }: Stage): void {
  async function openPlayground(): Promise<PlaygroundPage> {
    const { api } = host()
    const campaignId = await createCampaign(api)
    await dashboard().goTo(`/outreach/${campaignId}/playground`)
    return new PlaygroundPage(dashboard().page, api, campaignId)
  }

  it(
    "fails a click that gets no answer within ten seconds, says so, and sends nothing later",
    async () => {
      const playground = await openPlayground()
      const { page } = playground
      // It goes nowhere: neither sent on nor answered.
      await page.route("**/playground/generate", () => {})
      const clickedAt = Date.now()
      await playground.ask(3)
      await playground.shows(/No answer came within 10 seconds, and nothing will be sent later/)
      expect(Date.now() - clickedAt).toBeLessThan(20_000)
      await page.unroute("**/playground/generate")
      await playground.until("it can be clicked again", () => playground.generate.isEnabled())
      await page.waitForLoadState("networkidle")
      expect(await playground.batchIds()).toEqual([])
      await playground.generate.click()
      await playground.shows("3 of 3 done")
      expect(await playground.batchIds()).toHaveLength(1)
    },
    WITHIN_MS
  )

  it(
    "says that it reconnects while the server is gone, estimates nothing, and comes back by itself",
    async () => {
      const playground = await openPlayground()
      const { page } = playground
      host().setDelay(2_000, 1_000)
      // No stream: the page polls.
      await page.route("**/playground/events*", (route) => route.abort())
      await playground.ask(LEADS.length)
      await playground.shows(/of 10 done/)
      await page.route("**/playground/status*", (route) => route.abort())
      const progress = page.getByRole("region", { name: "Progress" })
      await progress.getByText("Reconnecting…").waitFor()
      expect(await progress.getByText(/left$/).count()).toBe(0)
      host().setDelay(0)
      await page.unroute("**/playground/status*")
      await page.unroute("**/playground/events*")
      await playground.shows("10 of 10 done")
      expect(await progress.getByText("Reconnecting…").count()).toBe(0)
    },
    WITHIN_MS
  )

  it(
    "comes back by itself after the server was killed in mid-batch and started again",
    async () => {
      const playground = await openPlayground()
      const { page } = playground
      host().setDelay(2_000, 500)
      await playground.ask(LEADS.length)
      const progress = page.getByRole("region", { name: "Progress" })
      await progress.getByText(/left$/).waitFor()
      await page.evaluate("window.isOpenSinceBefore = true")
      await host().outage(async () => {
        await progress.getByText("Reconnecting…").waitFor()
        expect(await progress.getByText(/left$/).count()).toBe(0)
        host().setDelay(0)
      })
      await playground.until(
        "all are drafted",
        async () => (await playground.status()).succeeded === LEADS.length
      )
      await playground.shows("10 of 10 done")
      expect(await progress.getByText("Reconnecting…").count()).toBe(0)
      await playground.reads("Ada")
      expect(await page.evaluate("window.isOpenSinceBefore")).toBe(true)
      expect(await playground.batchIds()).toHaveLength(1)
    },
    WITHIN_MS
  )

  it(
    "takes keys after the filter was used",
    async () => {
      const playground = await openPlayground()
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
