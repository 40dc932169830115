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
    "fills in checks as words, marks in a draft what it does not keep, and judges it by keys",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api)
      const playground = new PlaygroundPage(dashboard().page, api, campaignId)
      const path = `/api/v1/campaigns/${campaignId}/playground`
      const { batch_id } = await api.post<{ batch_id: string }>(`${path}/generate`, {
        step_index: 1,
        n_leads: 2,
      })
      await playground.until(
        "both are drafted",
        async () => (await playground.status()).succeeded === 2
      )
      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=checks`)
      const { page } = playground
      const dialog = page.getByRole("dialog")
      await playground.button("Add check").click()
      await dialog.getByLabel("At most").fill("300")
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await dialog.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByText("The text has at most 300 words").waitFor()
      await playground.button("Add check").click()
      await dialog.getByLabel("What is checked").click()
      await page.getByRole("option", { name: "Phrases to avoid" }).click()
      await dialog.getByLabel("Phrases, one a line").fill("sample box")
      await dialog.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByText("0 of 2 keep it").waitFor()
      await page.getByRole("button", { name: "Move up: It avoids: sample box" }).click()
      const first = page.getByRole("list", { name: "Checks" }).getByRole("listitem").first()
      await first.getByText("It avoids: sample box").waitFor()
      expect(await dashboard().barriers()).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)

      await page.getByRole("link", { name: /^Show one that fails/ }).click()
      await page
        .locator("mark", { hasText: /^sample box$/i })
        .first()
        .waitFor()
      await page.getByText("says “sample box”").waitFor()
      // Keys are for whoever is known.
      await page.getByRole("button", { name: "Good", exact: true, disabled: false }).waitFor()
      await page.keyboard.press("+")
      // The second before the first was answered.
      await page.keyboard.press("4")
      const good = page.getByRole("button", { name: "Good", exact: true, pressed: true })
      await good.waitFor()
      await page.getByRole("button", { name: "Score 4 of 5", pressed: true }).waitFor()
      await page.getByLabel("Reason", { exact: true }).fill("Warm")
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: "Remove reason: Warm" }).waitFor()
      expect(await dashboard().barriers()).toEqual([])
      const { judgements } = await api.get<{ judgements: object[] }>(
        `${path}/judgements?batch_id=${batch_id}`
      )
      expect(judgements).toMatchObject([{ verdict: "good", score: 4, reasons: ["Warm"] }])
    },
    WITHIN_MS
  )

  it(
    "asks the judge about a batch, and shows each claim with the fact behind it or as unsupported",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api)
      const { page } = dashboard()
      const playground = new PlaygroundPage(page, api, campaignId)
      await api.post(`/api/v1/campaigns/${campaignId}/playground/generate`, {
        step_index: 1,
        n_leads: 1,
        lead_selection: "first",
      })
      await playground.until(
        "the draft is there",
        async () => (await playground.status()).succeeded === 1
      )
      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=drafts`)
      const bar = page.getByRole("region", { name: "The judge" }).first()
      await bar.getByText(/^1 call, about .*0\.\d/).waitFor()
      expect(await dashboard().barriers()).toEqual([])
      await bar.getByRole("button", { name: "Ask the judge" }).click()
      await bar.getByText(/The judge's mean score: \d/).waitFor()
      await bar.getByText("1 draft with an unsupported claim").waitFor()
      await bar.getByText("people and judge have both judged 0 drafts, 20 are needed").waitFor()
      const claims = page.getByRole("article").getByRole("list", { name: "What it claims" })
      const [lead] = LEADS
      const supported = claims
        .getByRole("listitem")
        .filter({ hasText: `Company: ${lead?.company}` })
      await supported.waitFor()
      const unsupported = claims.getByRole("listitem").filter({ hasText: "is gone first" })
      await unsupported.getByText("Unsupported", { exact: true }).waitFor()
      await page.locator("mark", { hasText: "is gone first" }).waitFor()
      await page.getByRole("article").getByText("It names 2 of the facts.").waitFor()
      await playground.showDrafts("Unsupported claim")
      await page.getByText("1 of 1", { exact: true }).first().waitFor()
      // Whoever approves many is told.
      await page
        .getByRole("checkbox", { name: /^Select/ })
        .last()
        .click()
      await playground.button("Approve selected").click()
      const asked = page.getByRole("alertdialog")
      await asked.getByText("1 has a claim that nothing supports").waitFor()
      await asked.getByRole("button", { name: "Back" }).click()
      await asked.waitFor({ state: "hidden" })
      expect(await dashboard().barriers()).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)
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
      // Nothing is left to judge, and no button says there is.
      await verdict.getByText("You have judged every pair").waitFor()
      await playground.button("Look at the pairs again").waitFor()
      expect(await playground.button("Go on judging blind").count()).toBe(0)
      expect(await dashboard().barriers()).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)

      const judge = page.getByRole("region", { name: "The judge" })
      // Each pair in both orders.
      await judge.getByText(`${2 * SAMPLE} calls, about`).waitFor()
      await judge.getByRole("button", { name: "Ask the judge" }).click()
      await judge.getByText(`A won 0, B won 0, ${SAMPLE} equal`).waitFor()
      await judge.getByText(`both judged ${SAMPLE} pairs, 20 are needed`).waitFor()
      await page.getByText("Judge: Equal").first().waitFor()
      await page.getByText("Why the judge says so").first().click()
      await page.getByText("Neither is clearly better.").first().waitFor()
      expect(await dashboard().barriers()).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)

      await playground.button("Export").click()
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: "Pairs as CSV" }).click(),
      ])
      const rows: string[][] = parse(await readFile(await download.path()), { bom: true })
      expect(rows).toHaveLength(SAMPLE + 1)
      expect(rows[1]?.slice(2, 7)).toEqual(["B is better", "0", "1", "0", "Equal"])
      expect(rows.slice(1).map(([, email]) => email)).toEqual(
        expect.arrayContaining(LEADS.slice(0, SAMPLE).map(({ email }) => email))
      )
    },
    WITHIN_MS
  )
}
