import { WITHIN_MS, type Stage } from "./dashboard-host"
import { LEADS } from "./leads"
import { make } from "./make"
import { openPlayground } from "./open-playground"

/** Whom the next batch is for, and what would go wrong, before anything is spent. */
export function testChoosing(stage: Stage): void {
  const { host, dashboard } = stage

  it(
    "drafts for those without a draft first, and says how many there are of each kind",
    async () => {
      const playground = await openPlayground(stage)
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
    "says which leads lack a value, and gives a fallback in one click",
    async () => {
      const playground = await openPlayground(stage, {
        system_prompt: "Write to the {{ lead.title }}.",
      })
      const { page } = playground
      await page.getByText(`${LEADS.length} of ${LEADS.length} lack title`).waitFor()
      expect(await playground.generate.isEnabled()).toBe(false)
      await playground.shows("None of these leads has what the prompt names.")
      await page.getByRole("button", { name: "Give a fallback: title" }).click()
      const prompt = page.getByLabel("Prompt", { exact: true })
      expect(await prompt.inputValue()).toBe('Write to the {{ lead.title | default: "you" }}.')
      await page.getByText("lack title").waitFor({ state: "hidden" })
      await playground.until("it can run", () => playground.generate.isEnabled())
    },
    WITHIN_MS
  )

  it(
    "goes on with leads that lack a value, or skips them, in one click",
    async () => {
      const playground = await openPlayground(stage, {
        system_prompt: "Write to the {{ lead.title }}.",
      })
      const { page, campaignId } = playground
      const path = `/api/v1/campaigns/${campaignId}`
      const { leads } = await host().api.get<{ leads: { id: string }[] }>(`${path}/leads`)
      for (const { id } of leads.slice(0, 2)) {
        await host().api.patch(`${path}/leads/${id}`, { title: "Buyer" })
      }
      await page.reload()
      const notice = page.getByText("8 of 10 lack title")
      await notice.waitFor()
      await playground.button("Go on").click()
      await notice.waitFor({ state: "hidden" })
      await playground.until("it can run", () => playground.generate.isEnabled())

      await page.reload()
      await playground.button("Skip these 8").click()
      const which = page.getByRole("combobox", { name: "Which leads" })
      await which.getByText("These 2").waitFor()
      await notice.waitFor({ state: "hidden" })
      await playground.generate.click()
      await playground.shows("2 of 2 done")
    },
    WITHIN_MS
  )

  it(
    "shows in words what the model would be asked, what is known marked, and JSON only when asked for",
    async () => {
      const sender_profile_id = await make(host().api, "/api/v1/sender-profiles", {
        profile_name: "Mira at Northwind",
        sender_data: { name: "Mira Sandoval", phone: "555" },
      })
      const playground = await openPlayground(stage, {
        system_prompt: "Greet {{ lead.first_name }} of {{ lead.company }}.",
        sender_profile_id,
      })
      const { page } = playground
      await page.getByText("Signed by Mira at Northwind").waitFor()
      await page.getByRole("button", { name: /sender\.phone/ }).waitFor()
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
    "underlines an unknown placeholder and mends it in one click; until then it cannot generate, says why, and keeps the estimate",
    async () => {
      const playground = await openPlayground(stage)
      const { page } = playground
      const prompt = page.getByLabel("Prompt", { exact: true })
      const estimate = page.getByText(`for ${LEADS.length} leads`)
      await estimate.waitFor()
      await prompt.fill("Write to {{firstName}}.")
      const repair = page.getByRole("button", { name: "Write {{lead.first_name}}" })
      await repair.waitFor()
      expect(await playground.generate.isEnabled()).toBe(false)
      await page.locator("form").getByText("The prompt cannot run yet").waitFor()
      await page.locator("span.underline", { hasText: "{{firstName}}" }).waitFor()
      expect(await estimate.isVisible()).toBe(true)
      await repair.click()
      expect(await prompt.inputValue()).toBe("Write to {{lead.first_name}}.")
      await playground.until("it can run", () => playground.generate.isEnabled())
      expect(await estimate.isVisible()).toBe(true)
    },
    WITHIN_MS
  )
}
