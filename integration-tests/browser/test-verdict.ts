import { parse } from "csv-parse/sync"
import { readFile } from "node:fs/promises"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, LEADS } from "./leads"
import { PlaygroundPage } from "./playground-page"

const SAMPLE = 6

/** From two prompts to the sentence that says which is better, and how sure that is. */
export function testVerdict({ host, dashboard }: Stage): void {
  /** Two batches of two prompts for the same leads. */
  async function compareTwo(): Promise<PlaygroundPage> {
    const { api } = host()
    const campaignId = await createCampaign(api)
    const playground = new PlaygroundPage(dashboard().page, api, campaignId)
    for (const custom_prompt of [
      "Offer a sample box.",
      "Offer a sample box, and ask for a date.",
    ]) {
      const body = { step_index: 1, n_leads: SAMPLE, lead_selection: "first", custom_prompt }
      await api.post(`/api/v1/campaigns/${campaignId}/playground/generate`, body)
      await playground.until(
        "the batch is drafted",
        async () => (await playground.status()).succeeded === SAMPLE
      )
    }
    await dashboard().goTo(`/outreach/${campaignId}/playground?tab=compare`)
    return playground
  }

  it(
    "gives a prompt a name, shows what changed between its versions, and loads one in a click",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api)
      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=prompts`)
      const { page } = dashboard()
      const playground = new PlaygroundPage(page, api, campaignId)
      await playground.openPrompt()
      const field = page.getByLabel("Prompt", { exact: true })
      const dialog = page.getByRole("dialog")
      const save = async (text: string, label: string, value: string) => {
        await field.fill(text)
        await playground.button("Save prompt").click()
        await dialog.getByLabel(label, { exact: true }).fill(value)
        expect(await dashboard().barriers("[role=dialog]")).toEqual([])
        await dialog.getByRole("button", { name: "Save", exact: true }).click()
        await dialog.waitFor({ state: "hidden" })
      }
      await save("Offer a sample box.", "Name", "Sample box")
      await save("Offer a sample box by Friday.", "What changed", "A date")
      await page.getByRole("button", { name: "Versions: Sample box" }).click()
      await dialog.locator("ins", { hasText: "by Friday" }).waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await dialog.getByRole("button", { name: "Restore" }).click()
      await dialog.locator("del", { hasText: "by Friday" }).waitFor()
      await dialog.getByRole("button", { name: "Make it the campaign's prompt" }).first().click()
      await dialog.getByText("Campaign's prompt", { exact: true }).waitFor()
      await dialog.getByRole("button", { name: "Close" }).click()
      await field.fill("")
      await playground.button("Load prompt").click()
      await page.getByRole("menuitem", { name: "Sample box" }).click()
      await playground.until(
        "the restored version is in the field",
        async () => (await field.inputValue()) === "Offer a sample box."
      )
      const { campaign } = await api.get<{ campaign: { system_prompt: string } }>(
        `/api/v1/campaigns/${campaignId}`
      )
      expect(campaign.system_prompt).toBe("Offer a sample box.")
    },
    WITHIN_MS
  )

  it(
    "goes from two batches over blind judging by keys to the sentence, and hands out both as CSV",
    async () => {
      const playground = await compareTwo()
      const { page } = playground
      const verdict = page.getByRole("status", { name: "Verdict" })
      await verdict.getByText("Nobody has judged yet").waitFor()
      await playground.button("Judge blind").click()
      const dialog = page.getByRole("dialog")
      await dialog.getByText(`0 of ${SAMPLE}`).waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      // Whose side is whose is known to nobody but the server.
      const { comparisons } = await host().api.get<{ comparisons: { id: string }[] }>(
        `/api/v1/campaigns/${playground.campaignId}/comparisons`
      )
      const read = async () => {
        const path = `/api/v1/campaigns/${playground.campaignId}/comparisons/${comparisons[0]?.id}`
        const { comparison } = await host().api.get<{
          comparison: { wins: [number, number]; judged: number; ties: number }
        }>(path)
        return comparison
      }
      const keyFor = async (judged: number) => {
        await page.keyboard.press("ArrowLeft")
        await dialog.getByText(`${judged} of ${SAMPLE}`).waitFor()
      }
      for (let judged = 1; judged <= SAMPLE; judged++) {
        await keyFor(judged)
        const { wins } = await read()
        // The side was the first batch's: taken back, and the other one named.
        if (wins[0] > 0) {
          await page.keyboard.press("u")
          await dialog.getByText(`${judged - 1} of ${SAMPLE}`).waitFor()
          await page.keyboard.press("ArrowRight")
          await dialog.getByText(`${judged} of ${SAMPLE}`).waitFor()
        }
      }
      await dialog.getByText("You have judged every pair").waitFor()
      await playground.button("See the verdict").click()
      await verdict
        .getByText(`B is better: ${SAMPLE} of ${SAMPLE} leads, 95 % interval 61 to 100 %`)
        .waitFor()
      await page
        .getByRole("img", { name: /^B: 6 of 6, 100 %, 95 % interval 61 to 100 %$/ })
        .first()
        .waitFor()
      expect(await dashboard().barriers()).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)

      await playground.button("Export").click()
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: "Pairs as CSV" }).click(),
      ])
      const rows: string[][] = parse(await readFile(await download.path()), { bom: true })
      expect(rows).toHaveLength(SAMPLE + 1)
      expect(rows[1]?.slice(2, 6)).toEqual(["B is better", "0", "1", "0"])
      expect(rows.slice(1).map(([, email]) => email)).toEqual(
        expect.arrayContaining(LEADS.slice(0, SAMPLE).map(({ email }) => email))
      )
    },
    WITHIN_MS
  )
}
