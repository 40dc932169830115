import { WITHIN_MS, type Stage } from "./dashboard-host"
import { LEADS } from "./leads"
import { openPlayground } from "./open-playground"

/** A server that does not answer, and a page that says so and goes on by itself. */
export function testOutage(stage: Stage): void {
  const { host, dashboard } = stage

  it(
    "says on a page that is opened without a network why it stays empty, and fills it by itself",
    async () => {
      const playground = await openPlayground(stage)
      const { page } = playground
      await page.context().setOffline(true)
      await page.getByRole("tab", { name: "Checks" }).click()
      const notice = page.getByRole("alert").getByText(/^You are offline\./)
      await notice.waitFor()
      expect(await dashboard().barriers()).toEqual([])
      await page.context().setOffline(false)
      await notice.waitFor({ state: "hidden" })
      await page.getByText("No checks yet").waitFor()
    },
    WITHIN_MS
  )

  it(
    "says that it reconnects while the server is gone, estimates nothing, and comes back by itself",
    async () => {
      const playground = await openPlayground(stage)
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
      const playground = await openPlayground(stage)
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
}
