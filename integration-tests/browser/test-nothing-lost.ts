import { Dashboard } from "./dashboard"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign, HOSTILE, LEADS } from "./leads"
import { PlaygroundPage } from "./playground-page"

interface DraftsAnswer {
  drafts: { id: string; campaign_lead_id: string; review_status: string; body: string }[]
}

/** What a person has written or decided stays theirs, whatever happens in between. */
export function testNothingLost({ host, dashboard, browser }: Stage): void {
  /** A campaign with ten drafts, the first of them open. */
  async function openDrafts(on: Dashboard = dashboard()): Promise<PlaygroundPage> {
    const { api } = host()
    const campaignId = await createCampaign(api)
    await api.post(`/api/v1/campaigns/${campaignId}/playground/generate`, {
      step_index: 1,
      n_leads: LEADS.length,
    })
    const playground = new PlaygroundPage(on.page, api, campaignId)
    await playground.until(
      "ten drafts are there",
      async () => (await playground.status()).succeeded === LEADS.length
    )
    await on.goTo(`/outreach/${campaignId}/playground`)
    return playground
  }
  async function draftsOf(playground: PlaygroundPage): Promise<DraftsAnswer["drafts"]> {
    const { campaignId } = playground
    const playgroundPath = `/api/v1/campaigns/${campaignId}/playground`
    const [batchId = ""] = await playground.batchIds()
    const path = `${playgroundPath}/drafts?batch_id=${batchId}&limit=200`
    return (await host().api.get<DraftsAnswer>(path)).drafts
  }
  const approved = async (playground: PlaygroundPage) =>
    (await draftsOf(playground)).filter(({ review_status }) => review_status === "approved")

  it(
    "approves an edit that was begun, left for other drafts and reloaded, as it stands on the screen",
    async () => {
      const playground = await openDrafts()
      const { page } = playground
      await playground.reads("Ada")
      await page.keyboard.press("e")
      await page.getByLabel("Body").fill("Hello Ada, begun.")
      await page.keyboard.press("Escape")
      await page.getByRole("alertdialog").getByRole("button", { name: "Keep editing" }).click()
      await playground.button("Keep for later").click()
      await page.keyboard.press("j")
      await page.keyboard.press("k")
      await page.getByRole("article").getByText("Edited, not approved").waitFor()
      await page.reload()
      await page.getByRole("article").getByText("Hello Ada, begun.").first().waitFor()
      await page.getByRole("list", { name: "Drafts" }).getByText("Edited, not approved").waitFor()

      await page.keyboard.press("a")
      await playground.shows("1 draft approved")
      const [ada] = await approved(playground)
      const leadId = ada?.campaign_lead_id ?? ""
      expect(await playground.approvedEmail(leadId)).toMatchObject({ body: "Hello Ada, begun." })
      expect(await page.getByText("Edited, not approved").count()).toBe(0)

      await page.keyboard.press("u")
      await playground.shows("1 approval withdrawn")
      expect(await approved(playground)).toEqual([])
    },
    WITHIN_MS
  )

  it(
    "says what many drafts are before it approves, rejects or withdraws them, takes edits along, and undoes exactly that",
    async () => {
      const playground = await openDrafts()
      const { page } = playground
      const unflagged = page.getByText(/^Select all shown without flags/)
      const [, before] = /\((\d+)\)/.exec(await unflagged.innerText()) ?? []
      // What was decided counts at once, not only when the drafts have been read again.
      await page.route("**/playground/drafts?*", () => {})
      await page.keyboard.press("a")
      await playground.shows("1 draft approved")
      await page.getByText(`Select all shown without flags (${Number(before) - 1})`).waitFor()
      await page.unroute("**/playground/drafts?*")
      await playground.reads(HOSTILE)
      await page.keyboard.press("e")
      await page.getByLabel("Subject").fill("Edited subject")
      await playground.button("Keep for later").click()
      await page.getByLabel(/^Select all shown without flags/).click()
      const ticked = page.getByRole("checkbox", { name: /^Select draft/, checked: true })
      const count = await ticked.count()

      await playground.button("Approve selected").click()
      const dialog = page.getByRole("alertdialog")
      await dialog.getByText(`Approve ${count} drafts?`).waitFor()
      await dialog.getByText(/\d of \d+ opened in this browser/).waitFor()
      expect(await dashboard().barriers("[role=alertdialog]")).toEqual([])
      await dialog.getByRole("button", { name: `Approve ${count} drafts` }).click()
      await playground.shows(`${count} drafts approved`)
      expect(await approved(playground)).toHaveLength(count + 1)
      await page.keyboard.press("u")
      await playground.shows(`${count} approvals withdrawn`)
      expect(await approved(playground)).toHaveLength(1)

      await page.getByLabel(/^Select draft for Ada/).click()
      await playground.button("Withdraw selected").click()
      await dialog.getByRole("button", { name: "Withdraw 1 approval" }).click()
      await playground.until(
        "nothing is approved",
        async () => (await approved(playground)).length === 0
      )
      await page.getByLabel(/^Select draft for Ken/).click()
      await page.getByLabel(/^Select draft for Lynn/).click()
      const decisions: string[] = []
      page.on("request", (request) => {
        if (request.url().endsWith("/reject")) decisions.push(request.url())
      })
      await playground.button("Reject selected").click()
      await dialog.getByLabel("Reason (optional)").fill("Too dry")
      await dialog.getByRole("button", { name: "Reject 2 drafts" }).click()
      await playground.until("two are rejected", async () => {
        const drafts = await draftsOf(playground)
        return drafts.filter(({ review_status }) => review_status === "rejected").length === 2
      })
      expect(decisions).toHaveLength(1)
    },
    WITHIN_MS
  )

  it(
    "tells somebody who was signed out so, and leads back to the same draft with the edit there",
    async () => {
      const { baseUrl, account } = host()
      const visitor = await Dashboard.open(browser(), baseUrl, account)
      const playground = await openDrafts(visitor)
      const { page } = visitor
      await page.keyboard.press("j")
      await page.keyboard.press("e")
      await page.getByLabel("Body").fill("Kept over the sign-in.")
      const draft = new URL(page.url()).searchParams.get("draft_id")
      await page.context().clearCookies()
      await playground.button("Approve changes").click()
      await playground.shows("You were signed out.")
      await playground.button("Sign in").first().click()
      await page.getByPlaceholder("Email").fill(account.email)
      await page.getByPlaceholder("Password").fill(account.password)
      await page.getByRole("button", { name: "Continue with Email" }).click()
      await page.getByRole("article").getByText("Kept over the sign-in.").first().waitFor()
      expect(new URL(page.url()).searchParams.get("draft_id")).toBe(draft)

      await page.context().clearCookies()
      await page.reload()
      await page.getByPlaceholder("Email").fill(account.email)
      await page.getByPlaceholder("Password").fill(account.password)
      await page.getByRole("button", { name: "Continue with Email" }).click()
      await page.getByRole("article").getByText("Kept over the sign-in.").first().waitFor()
      await visitor.close()
    },
    WITHIN_MS
  )

  it(
    "fails a click that cannot go out, and sends nothing once the net is back; the prompt is kept",
    async () => {
      const playground = await openDrafts()
      const { page } = playground
      await playground.openPrompt()
      await page.getByLabel("Prompt", { exact: true }).fill("Write to {{ lead.first_name }}.")
      await page.context().setOffline(true)
      await playground.generate.click()
      await playground.shows(/The server cannot be reached, and nothing will be sent later/)
      await page.context().setOffline(false)
      await page.reload()
      await page.waitForLoadState("networkidle")
      expect(await playground.batchIds()).toHaveLength(1)
      await playground.openPrompt()
      expect(await page.getByLabel("Prompt", { exact: true }).inputValue()).toBe(
        "Write to {{ lead.first_name }}."
      )
    },
    WITHIN_MS
  )

  it(
    "keeps draft, tab and filter in the address: Back on a phone returns to the list",
    async () => {
      const playground = await openDrafts()
      const { page } = playground
      await page.setViewportSize({ width: 390, height: 844 })
      await playground.showDrafts("To review")
      await page.getByRole("button", { name: /^Grace/ }).click()
      await playground.reads("Grace")
      const link = page.url()
      await page.goBack()
      await page.getByRole("list", { name: "Drafts" }).waitFor()
      expect(await page.getByRole("article").isVisible()).toBe(false)
      await page.goto(link)
      await playground.reads("Grace")
      expect(new URL(link).searchParams.get("filter")).toBe("pending")
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    WITHIN_MS
  )
}
