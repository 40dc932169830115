import type { Locator, Page } from "playwright-core"
import type { Dashboard } from "./dashboard"

interface CampaignText {
  name: string
  description: string
  system_prompt: string
}

/** The pages where a campaign is made, by the names that a person sees. */
export class CampaignPage {
  readonly page: Page

  constructor(private readonly dashboard_: Dashboard) {
    this.page = dashboard_.page
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true })
  }

  /** From the list, to the page of the campaign it makes. */
  async create({ name, description, system_prompt }: CampaignText): Promise<void> {
    await this.dashboard_.goTo("/outreach")
    await this.button("Create campaign").click()
    await this.page.getByLabel("Name", { exact: true }).fill(name)
    await this.page.getByLabel("Description").fill(description)
    await this.page.getByLabel("Prompt").fill(system_prompt)
    await this.button("Save").click()
    await this.page.getByRole("heading", { name, exact: true }).waitFor()
  }

  /** One whose only variant is written per lead, as the form proposes it. */
  async addStep(): Promise<void> {
    await this.button("Add step").click()
    await this.button("Save").click()
    await this.page.getByText("Step 1", { exact: true }).waitFor()
  }

  /** @returns what the report says */
  async importCsv(csv: string): Promise<string> {
    const file = { name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(csv) }
    await this.page.locator("input[type=file]").setInputFiles(file)
    await this.button("Import").click()
    const report = this.page.getByRole("status").filter({ hasText: "Import finished" })
    return report.innerText()
  }
}
