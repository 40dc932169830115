import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** Leads that never change, and what prompts come to that run against them. */
export function testSets({ host, dashboard }: Stage): void {
  it(
    "keeps leads as a test set, runs prompts against it, and says in words what each came to",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api)
      await api.put(`/api/v1/campaigns/${campaignId}/checks`, {
        checks: [{ type: "contains", part: "body", text: "no draft says this" }],
      })
      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=tests`)
      const { page } = dashboard()
      const playground = new PlaygroundPage(page, api, campaignId)
      const dialog = page.getByRole("dialog")
      const create = async (count: string) => {
        await playground.button("Create test set").click()
        await dialog.getByLabel("Number of leads").fill(count)
        await dialog.getByLabel("Name", { exact: true }).fill("Every month")
      }
      const save = dialog.getByRole("button", { name: "Create test set" })
      await page.getByText("No test set yet").waitFor()
      await create("201")
      await dialog.getByText("A whole number from 1 to 200").waitFor()
      expect(await save.isDisabled()).toBe(true)
      await dialog.getByLabel("Number of leads").fill("3")
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await save.click()
      await page.getByText("No prompt has run against it yet").waitFor()

      // The name is taken: in words, and nothing that was typed is lost.
      await playground.button("All test sets").click()
      await create("2")
      await save.click()
      await dialog.getByText("Another test set has this name").waitFor()
      await dialog.getByRole("button", { name: "Cancel" }).click()
      await page.getByRole("button", { name: "Open: Every month" }).click()

      const run = async (prompt: string, limit: string) => {
        await page.getByRole("button", { name: "Run a prompt" }).first().click()
        await dialog.getByLabel("Prompt", { exact: true }).click()
        await page.getByRole("option", { name: "Write one" }).click()
        await dialog.getByLabel("Text of the prompt").fill(prompt)
        await dialog.getByLabel("Limit: at least so many drafts keep all checks").fill(limit)
        await dialog.getByRole("button", { name: "Run", exact: true }).click()
      }
      await run("Greet {{ lead.frist_name }}.", "0")
      await dialog.getByText("nothing is called frist_name").waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await dialog.getByRole("button", { name: "Cancel" }).click()
      await run("Greet {{ lead.first_name }}.", "0")
      const rows = page.getByRole("region", { name: "Results" }).getByRole("row")
      await rows.filter({ hasText: "Greet" }).getByText("Passed").waitFor()
      await run("Offer a sample box.", "90")
      await rows.filter({ hasText: "Offer" }).getByText("Failed").waitFor()
      await page.getByRole("img", { name: /Offer a sample box\.: 3 of 3, 100 %/ }).waitFor()
      expect(await dashboard().barriers()).toEqual([])
      expect(await dashboard().overflowOnPhone()).toBe(0)

      await page.getByRole("button", { name: /^Details: Offer/ }).click()
      await dialog.getByText("1 threshold does not hold.").waitFor()
      await dialog.getByText("0 %, at least 90 % wanted").waitFor()
      await dialog.getByText("1 check not kept").first().click()
      await dialog.getByText("does not contain “no draft says this”").first().waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await dialog.getByRole("button", { name: "Close" }).click()

      await playground.button("Delete").click()
      await page.getByText("and its 2 runs with their drafts").waitFor()
      await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
      await page.getByText("No test set yet").waitFor()
    },
    WITHIN_MS
  )
}
