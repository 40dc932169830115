import { CampaignPage } from "./campaign-page"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { CAMPAIGN, expectHostileAsText, HOSTILE, LEADS, toCsv } from "./leads"
import { PlaygroundPage } from "./playground-page"

interface LeadsAnswer {
  leads: { id: string; first_name: string }[]
}

/** The whole way, in the dashboard alone. Each draft begins with "Hello <first name>,". */
export function testNewUser({ host, dashboard }: Stage): void {
  it(
    "leads a new user from nothing to ten approved e-mails, and shows a hostile lead as text",
    async () => {
      await makeCampaign()
      const playground = await generate()
      await readAndEdit(playground)
      await approveByKey(playground)
      await approveTheRest(playground)
      await playground.showDrafts("Approved")
      await playground.shows("10 of 10")
      await findTheCounts(playground)
    },
    WITHIN_MS
  )

  /** Drafts and approvals stand in both lists, and the feed leads back to the batch. */
  async function findTheCounts({ page, campaignId }: PlaygroundPage): Promise<void> {
    await dashboard().goTo("/outreach")
    const campaign = page.getByRole("row").filter({ hasText: CAMPAIGN.name }).first()
    const cells = await campaign.getByRole("cell").allInnerTexts()
    expect(cells.slice(2, 5)).toEqual(["1", "10", "10"])
    await dashboard().goTo(`/outreach/${campaignId}`)
    const ada = page.getByRole("row").filter({ hasText: "Analytical Engines" })
    expect((await ada.getByRole("cell").allInnerTexts()).slice(4, 6)).toEqual(["1", "1"])

    await page.locator("button:has(svg):not([aria-label])[aria-haspopup=dialog]").last().click()
    await page.getByRole("dialog").getByText("10 drafts ready for review").first().waitFor()
    await page.locator(`a[download][href*="${campaignId}"]`).first().click()
    await page.waitForURL(/playground\?batch_id=/)
    await page.getByText("10 of 10 done").first().waitFor()
  }

  async function makeCampaign(): Promise<void> {
    const campaign = new CampaignPage(dashboard())
    await campaign.create(CAMPAIGN)
    await campaign.addStep()
    const report = await campaign.importCsv(toCsv(LEADS))
    expect(report).toMatch(/10 leads created.*1 row refused/)
    expect(report).toMatch(/Line 4: .*address/)
    await expectHostileAsText(dashboard())
    await campaign.button("Dismiss report").click()
    await campaign.page.getByRole("link", { name: "Open Playground" }).click()
  }

  async function generate(): Promise<PlaygroundPage> {
    const { page } = dashboard()
    await page.waitForURL(/playground$/)
    const [, campaignId = ""] = /outreach\/([^/]+)\/playground/.exec(page.url()) ?? []
    const playground = new PlaygroundPage(page, host().api, campaignId)
    await playground.ask(10)
    await playground.shows("10 of 10 done")
    return playground
  }

  async function readAndEdit(playground: PlaygroundPage): Promise<void> {
    const { page, campaignId } = playground
    await playground.reads("Ada")
    await page.keyboard.press("e")
    await page.getByLabel("Body").fill("Hello Ada, edited by hand.")
    await page.locator("ins", { hasText: "edited" }).first().waitFor()
    await playground.button("Approve changes").click()
    await playground.reads(HOSTILE)
    const { leads } = await host().api.get<LeadsAnswer>(`/api/v1/campaigns/${campaignId}/leads`)
    const ada = leads.find(({ first_name }) => first_name === "Ada")?.id ?? ""
    expect(await playground.approvedEmail(ada)).toMatchObject({
      body: "Hello Ada, edited by hand.",
    })
  }

  /** The hostile one too: an odd name is no reason to refuse an e-mail that a person has read. */
  async function approveByKey(playground: PlaygroundPage): Promise<void> {
    const { page } = playground
    await expectHostileAsText(dashboard())
    await page.keyboard.press("j")
    await playground.reads("Grace")
    await page.keyboard.press("k")
    await playground.reads(HOSTILE)
    await page.keyboard.press("a")
    await playground.reads("Grace")
  }

  async function approveTheRest(playground: PlaygroundPage): Promise<void> {
    await playground.page.getByLabel(/^Select all shown without flags \(8\)/).click()
    await playground.button("Approve selected").click()
    await playground.button("Approve 8 drafts").click()
    await playground.shows("8 drafts approved")
  }
}
