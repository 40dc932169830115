import { Dashboard } from "./dashboard"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign } from "./leads"
import { PlaygroundPage } from "./playground-page"

/** The same pages where the host has set up no model: the text that is written is the mail itself. */
export function testNoModel({ host, browser }: Stage): void {
  it(
    "calls the field a mail's text, shows the mail, and says how a model is added, in both languages",
    async () => {
      const { api, account } = host()
      const campaignId = await createCampaign(api, {
        system_prompt: "Subject: For {{ lead.company }}\n\nDear {{ lead.first_name }}, hello.",
      })
      const visitor = await Dashboard.open(browser(), await host().withoutModel(), account)
      const { page } = visitor
      const playground = new PlaygroundPage(page, api, campaignId)
      await visitor.goTo(`/outreach/${campaignId}/playground`)
      const text = page.getByLabel("E-mail text", { exact: true })
      await text.waitFor()
      expect(await page.getByLabel("Prompt", { exact: true }).count()).toBe(0)
      await playground.shows(/No model writes here.*A developer can add a model/)
      await playground.shows("No model is asked: this costs nothing.")
      const preview = page.getByRole("tabpanel")
      await preview.getByText("For Analytical Engines", { exact: true }).waitFor()
      await preview.getByText("Dear Ada, hello.", { exact: true }).waitFor()
      expect(await preview.getByText("model would be asked").count()).toBe(0)
      expect(await visitor.barriers()).toEqual([])

      await text.fill("Subject: Tea\n\nDear {{ lead.first_name }}, tea?")
      await preview.getByText("Dear Ada, tea?", { exact: true }).waitFor()
      await playground.ask(2)
      await playground.shows("2 of 2 done")
      const draft = page.getByRole("article")
      await draft.getByText("Dear Ada, tea?").waitFor()
      await draft.getByText("Tea", { exact: true }).waitFor()

      await visitor.speak("Deutsch")
      await visitor.goTo(`/outreach/${campaignId}/playground`)
      await playground.button("Prompt bearbeiten").click()
      await page.getByLabel("E-Mail-Text", { exact: true }).waitFor()
      await playground.shows(/Hier schreibt kein Modell.*hinzufügen/)
      await visitor.close()
    },
    WITHIN_MS
  )
}
