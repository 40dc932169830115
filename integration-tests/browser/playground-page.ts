import type { Locator, Page } from "playwright-core"
import type { ApiClient } from "../../demo/api-client"
import type { StatusAnswer } from "../../demo/api-types"
import { eventually } from "../../testing/eventually"

const WITHIN_MS = 30_000

interface ReviewedDraft {
  id: string
  campaign_lead_id: string
  review_status: string
}

/** The Playground page of one campaign, by the names that a person sees. */
export class PlaygroundPage {
  constructor(
    readonly page: Page,
    private readonly api_: ApiClient,
    readonly campaignId: string
  ) {}

  get generate(): Locator {
    return this.page.getByRole("button", { name: "Generate", exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true })
  }

  /** Unfolds the prompt where it is folded. */
  async openPrompt(): Promise<void> {
    // Not any button of that name: where drafts failed, their remedy is called so too.
    const toggle = this.page.locator("button[aria-expanded]:enabled", {
      hasText: /Edit prompt|Fold/,
    })
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click()
  }

  async ask(leads: number): Promise<void> {
    await this.openPrompt()
    await this.page.getByLabel("Number of leads").fill(String(leads))
    await this.generate.click()
  }

  /** Cancels the batch in view, and confirms that. */
  async cancel(): Promise<void> {
    await this.button("Cancel batch").click()
    await this.page.getByRole("alertdialog").getByText("Cancel batch", { exact: true }).click()
    await this.shows("Cancelled. What was written is kept.")
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  /** How a person's draft begins, when the reading pane is about them. */
  async reads(name: string): Promise<void> {
    await this.page.getByRole("article").getByText(`Hello ${name},`).waitFor()
  }

  async showDrafts(filter: string): Promise<void> {
    await this.page.getByLabel("Show drafts").click()
    await this.page.getByRole("option", { name: filter, exact: true }).click()
  }

  /** Ids of the campaign's batches, newest first. */
  async batchIds(): Promise<string[]> {
    const { batches } = await this.api_.get<{ batches: { id: string }[] }>(
      `/api/v1/campaigns/${this.campaignId}/playground/batches`
    )
    return batches.map(({ id }) => id)
  }

  async status(): Promise<StatusAnswer["overall"]> {
    const { overall } = await this.api_.get<StatusAnswer>(
      `/api/v1/campaigns/${this.campaignId}/playground/status`
    )
    return overall
  }

  /** Those of the newest batch that stand so. */
  async drafts(review_status: "approved" | "rejected"): Promise<ReviewedDraft[]> {
    const [batchId = ""] = await this.batchIds()
    const { drafts } = await this.api_.get<{ drafts: ReviewedDraft[] }>(
      `/api/v1/campaigns/${this.campaignId}/playground/drafts?batch_id=${batchId}&limit=200`
    )
    return drafts.filter((draft) => draft.review_status === review_status)
  }

  async approvedEmail(leadId: string): Promise<{ subject: string; body: string }> {
    const { approved_entry } = await this.api_.get<{
      approved_entry: { subject: string; body: string }
    }>(`/api/v1/campaigns/${this.campaignId}/leads/${leadId}/approved-emails/1`)
    return approved_entry
  }

  until(because: string, condition: () => Promise<boolean>): Promise<boolean> {
    return eventually(condition, { withinMs: WITHIN_MS, because })
  }
}
