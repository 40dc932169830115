import { WITHIN_MS, type Stage } from "./dashboard-host"
import { openPlayground } from "./open-playground"
import type { PlaygroundPage } from "./playground-page"

/** Drafts that were not written: why, what can be done about it, and what the batch is called. */
export function testFailures(stage: Stage): void {
  const { host, dashboard } = stage

  /** Four drafts of a prompt that names the lead's title, which so many of the leads have. */
  async function generate(titled: number): Promise<PlaygroundPage> {
    const { api } = host()
    const playground = await openPlayground(stage, {
      system_prompt: "Write to the {{ lead.title }}.",
    })
    const path = `/api/v1/campaigns/${playground.campaignId}`
    const { leads } = await api.get<{ leads: { id: string }[] }>(`${path}/leads`)
    for (const { id } of leads.slice(0, titled)) {
      await api.patch(`${path}/leads/${id}`, { title: "Buyer" })
    }
    // Over HTTP: the page does not generate where no lead can be drafted.
    await api.post(`${path}/playground/generate`, { step_index: 1, n_leads: 4 })
    await playground.page.reload()
    return playground
  }

  it(
    "groups failures with one remedy, and calls a batch without a draft no success, in red",
    async () => {
      const playground = await generate(0)
      const { page, campaignId } = playground
      const progress = page.getByRole("region", { name: "Progress" })
      const green = '[class*="tag-green"]'
      await progress.getByText("Nothing was written").waitFor()
      await progress.getByText("4 of 4 done").waitFor()
      expect(await progress.locator(green).filter({ visible: true }).count()).toBe(0)
      expect(await progress.locator('[class*="tag-red"]').count()).toBeGreaterThan(0)
      // Where the drafts would be.
      await playground.shows("No draft was written")
      await playground.shows(/^4 × /)
      await playground.shows("Change the prompt: give a placeholder a fallback, or ask for less.")
      await playground.button("See why").click()
      const dialog = page.getByRole("dialog")
      await dialog.getByText(/4 × .*title/).waitFor()
      expect(await dialog.getByRole("listitem").count()).toBe(1)
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await dialog.getByRole("button", { name: "Edit prompt" }).click()
      await page.getByLabel("Prompt", { exact: true }).waitFor()

      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=history`)
      const row = page.getByRole("row").filter({ hasText: "Nothing was written" })
      await row.getByText("Write to the {{ lead.title }}.").waitFor()
      expect(await row.locator(green).filter({ visible: true }).count()).toBe(0)
    },
    WITHIN_MS
  )

  it(
    "says why drafts failed also after the rest was cancelled",
    async () => {
      host().setDelay(60_000)
      const playground = await generate(2)
      const { page } = playground
      await playground.shows("2 failed")
      await playground.button("Cancel batch").click()
      await page.getByRole("alertdialog").getByText("Cancel batch", { exact: true }).click()
      await playground.shows("Cancelled. What was written is kept.")
      await playground.button("See why").click()
      const dialog = page.getByRole("dialog")
      await dialog.getByText(/2 × .*title/).waitFor()
      await dialog.getByText("Change the prompt: give a placeholder a fallback").waitFor()
    },
    WITHIN_MS
  )
}
