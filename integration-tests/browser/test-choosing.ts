import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, LEADS } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** Whom the next batch is for, and what would go wrong, before anything is spent. */
export function testChoosing({ host, dashboard }: Stage): void {
  async function openPlayground(changes: object = {}): Promise<PlaygroundPage> {
    const { api } = host()
    const campaignId = await createCampaign(api, changes)
    await dashboard().goTo(`/outreach/${campaignId}/playground`)
    return new PlaygroundPage(dashboard().page, api, campaignId)
  }

  it(
    "drafts for those without a draft first, and says how many there are of each kind",
    async () => {
      const playground = await openPlayground()
      const { page } = playground
      await playground.ask(4)
      await playground.shows("4 of 4 done")
      await playground.openPrompt()
      const which = page.getByRole("combobox", { name: "Which leads" })
      await which.getByText(`Next 4 of ${LEADS.length - 4} without a draft`).waitFor()
      await which.click()
      await page.getByRole("option", { name: `4 spread over all ${LEADS.length}` }).waitFor()
      await page.getByRole("option", { name: "Choose by hand…" }).click()
      const picker = page.getByRole("dialog")
      await picker.getByLabel("Search leads").fill("Grace")
      await picker.getByLabel(/^Grace/).click()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await picker.getByRole("button", { name: "Take this 1" }).click()
      await playground.generate.click()
      await playground.shows("1 of 1 done")
      await playground.reads("Grace")
    },
    WITHIN_MS
  )

  it(
    "says which leads lack a value, and gives a fallback or skips them in one click",
    async () => {
      const playground = await openPlayground({ system_prompt: "Write to the {{ lead.title }}." })
      const { page } = playground
      await page.getByText(`${LEADS.length} of ${LEADS.length} lack title`).waitFor()
      expect(await playground.generate.isEnabled()).toBe(false)
      await page.getByRole("button", { name: "Give a fallback: title" }).click()
      await page.getByText("lack title").waitFor({ state: "hidden" })
      await playground.until("it can run", () => playground.generate.isEnabled())
    },
    WITHIN_MS
  )

  it(
    "shows in words what the model would be asked, what is known marked, and JSON only when asked for",
    async () => {
      const playground = await openPlayground({
        system_prompt: "Greet {{ lead.first_name }} of {{ lead.company }}.",
      })
      const { page } = playground
      const preview = page.getByRole("tabpanel")
      await preview.getByText("Greet Ada of Analytical Engines.").waitFor()
      const marks = preview.locator("mark")
      expect(await marks.allInnerTexts()).toEqual(["Ada", "Analytical Engines"])
      const json = preview.getByText('"first_name"').first()
      expect(await json.isVisible()).toBe(false)
      await preview.getByText("The exact messages").click()
      await json.waitFor()
    },
    WITHIN_MS
  )

  it(
    "underlines an unknown placeholder, mends it in one click, and cannot generate until then",
    async () => {
      const playground = await openPlayground()
      const { page } = playground
      const prompt = page.getByLabel("Prompt", { exact: true })
      await prompt.fill("Write to {{firstName}}.")
      await page.getByRole("button", { name: "Write {{lead.first_name}}" }).waitFor()
      expect(await playground.generate.isEnabled()).toBe(false)
      await page.locator("span.underline", { hasText: "{{firstName}}" }).waitFor()
      await page.getByRole("button", { name: "Write {{lead.first_name}}" }).click()
      expect(await prompt.inputValue()).toBe("Write to {{lead.first_name}}.")
      await playground.until("it can run", () => playground.generate.isEnabled())
    },
    WITHIN_MS
  )
}
