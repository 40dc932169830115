import { untilDrafted } from "../../demo/story"
import type { GenerateAnswer } from "../../demo/api-types"
import { CampaignPage } from "./campaign-page"
import { Dashboard } from "./dashboard"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign } from "./leads"
import { englishSentences, programWords } from "./words-on-page"

const CSV = [
  "E-Mail,Vorname,Kunden-ID",
  "ada@example.org,Ada,",
  "niemand,Ada,",
  `zu-lang@example.com,${"x".repeat(300)},`,
  "nul@example.com,A\0da,",
  'offen@example.com,"Grace',
].join("\n")

/** What the server says in codes, where a person reads it: each in German, and nothing of it in English. */
export function testInGerman({ host, browser }: Stage): void {
  let visitor: Dashboard
  beforeAll(async () => {
    const { baseUrl, account } = host()
    visitor = await Dashboard.open(browser(), baseUrl, account)
    await visitor.speak("Deutsch")
  }, WITHIN_MS)
  afterAll(() => visitor.close())

  const says = (text: string | RegExp) => visitor.page.getByText(text).first().waitFor()
  async function expectGerman(): Promise<void> {
    expect(await englishSentences(visitor.page)).toEqual([])
    expect(await programWords(visitor.page)).toEqual([])
  }

  it(
    "words failures, flags and what is wrong with a prompt",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api)
      const path = `/api/v1/campaigns/${campaignId}/playground`
      const generate = async (custom_prompt: string) => {
        const body = { step_index: 1, n_leads: 2, custom_prompt }
        const { batch_id } = await api.post<GenerateAnswer>(`${path}/generate`, body)
        await untilDrafted(api, campaignId, batch_id, () => {})
        return batch_id
      }
      const drafted = await generate("Greet {{ lead.first_name }}.")
      await generate("Greet {{ lead.title }}.")
      const { page } = visitor
      await visitor.goTo(`/outreach/${campaignId}/playground`)
      await says("2 × title fehlt")
      await expectGerman()

      await page.getByRole("button", { name: "Prompt bearbeiten" }).first().click()
      const prompt = page.getByLabel("Prompt", { exact: true })
      await prompt.fill("Hallo {{ lead.title }}")
      await says(/8 von 8 .*title/)
      await prompt.fill("Hallo {{ firstName }} {% if x %}")
      await says(/Zeile 1: nichts heißt firstName/)
      await says(/Zeile 1: .*if/)
      await expectGerman()
      await prompt.fill("")

      // The second of the two leads means no good, and its draft is flagged.
      await visitor.goTo(`/outreach/${campaignId}/playground?batch_id=${drafted}`)
      await page.getByRole("list", { name: "Entwürfe" }).getByRole("listitem").nth(1).click()
      await says(/Sehen Sie hier zuerst hin/)
      await expectGerman()
    },
    WITHIN_MS
  )

  it(
    "words why rows of a file are refused",
    async () => {
      const campaignId = await createCampaign(host().api)
      await visitor.goTo(`/outreach/${campaignId}`)
      const file = { name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) }
      await visitor.page.locator("input[type=file]").setInputFiles(file)
      await new CampaignPage(visitor).button("Importieren").click()
      await says(/„niemand“ ist keine E-Mail-Adresse/)
      await says(/Vorname ist länger als 255 Zeichen/)
      await says(/Vorname: enthält ein Zeichen, das sich nicht speichern lässt/)
      await says(/hier wird ein Anführungszeichen geöffnet und nie geschlossen/)
      await expectGerman()
    },
    WITHIN_MS
  )

  it(
    "words what the server refuses without a code, and names the field as people do",
    async () => {
      const campaignId = await createCampaign(host().api)
      const { page } = visitor
      await visitor.goTo(`/outreach/${campaignId}`)
      await page.getByRole("button", { name: "Aktionen für Schritt 1" }).click()
      await page.getByRole("menuitem", { name: "Bearbeiten" }).click()
      const form = page.getByRole("dialog")
      await form.getByRole("button", { name: "Variante hinzufügen" }).click()
      await form.getByLabel("Kürzel").last().fill("A")
      await form.getByRole("button", { name: "Speichern" }).click()
      const refusal = form.getByRole("alert")
      await refusal.getByText("Prüfen Sie dieses Feld: Kürzel einer Variante").waitFor()
      expect(await refusal.innerText()).not.toMatch(/Field|steps\.|variants/)
      await expectGerman()

      // A field that no form has is named to nobody.
      const message = "Invalid request: Field 'options.apiKey': expected a text, got: 7"
      const refused = { status: 400, json: { type: "invalid_data", message } }
      await page.route("**/api/v1/campaigns/*", (route) => route.fulfill(refused))
      await form.getByRole("button", { name: "Speichern" }).click()
      await refusal.getByText("Der Server hat das abgelehnt").waitFor()
      await expectGerman()
      await page.unroute("**/api/v1/campaigns/*")
    },
    WITHIN_MS
  )
}
