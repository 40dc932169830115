import type { ApiClient } from "../../demo/api-client"
import type { Dashboard } from "./dashboard"

/** The first name of a lead who means no good. */
export const HOSTILE = `<img src=x onerror="window.isOwned=true">`

const PEOPLE = [
  ["Ada", "Analytical Engines"],
  [HOSTILE, "Nobody & Sons"],
  ["Grace", "Harbour Compilers"],
  ["Edsger", "Shortest Path Books"],
  ["Barbara", "Abstract Paper"],
  ["Donald", "Literate Prints"],
  ["Radia", "Spanning Tree Nursery"],
  ["Ken", "Bell Goods"],
  ["Lynn", "Mead & Conway"],
  ["Margaret", "Apollo Outfitters"],
]

/** Ten leads, one of whom means no good. */
export const LEADS = PEOPLE.map(([first_name = "", company = ""], place) => ({
  first_name,
  company,
  email: `lead-${place}@example.com`,
}))

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/** The same as a file, with a row between them that is no lead: line 4. */
export function toCsv(leads: typeof LEADS): string {
  const rows = leads.map((lead) => [lead.email, lead.first_name, lead.company])
  rows.splice(2, 0, ["not an address", "Nobody", "Nowhere"])
  return ["email,first_name,company", ...rows.map((row) => row.map(quoted).join(","))].join("\n")
}

export const CAMPAIGN = {
  name: "Holiday restock",
  description: "We ship small wholesale orders within two days.",
  system_prompt:
    "Write a warm first e-mail of at most 60 words that offers a sample box.\n\n" +
    "Speak to the lead by first name, name the company, and sign as Mira.",
}

/** The campaign with its ten leads, without the ways through the dashboard. @returns its id */
export async function createCampaign(api: ApiClient, changes: object = {}): Promise<string> {
  const variants = [{ label: "A", weight: 1, type: "PERSONALIZATION" }]
  const { campaign } = await api.post<{ campaign: { id: string } }>("/api/v1/campaigns", {
    ...CAMPAIGN,
    ...changes,
    steps: [{ step_index: 1, delay_days: 0, channel: "email", variants }],
  })
  await api.post(`/api/v1/campaigns/${campaign.id}/leads`, { leads: LEADS })
  return campaign.id
}

/** Fails unless the page shows the hostile name as what it is: text. */
export async function expectHostileAsText({ page }: Dashboard): Promise<void> {
  await page.getByText(HOSTILE).filter({ visible: true }).first().waitFor()
  expect(await page.locator(`img[src="x"]`).count()).toBe(0)
  expect(await page.evaluate("window.isOwned === undefined")).toBe(true)
}
