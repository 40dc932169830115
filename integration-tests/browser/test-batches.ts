import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** What becomes of a batch that somebody doubles, leaves or stops. */
export function testBatches({ host, dashboard }: Stage): void {
  async function openPlayground(): Promise<PlaygroundPage> {
    const { api } = host()
    const campaignId = await createCampaign(api)
    await dashboard().goTo(`/outreach/${campaignId}/playground`)
    return new PlaygroundPage(dashboard().page, api, campaignId)
  }

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
