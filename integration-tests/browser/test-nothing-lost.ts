import { WITHIN_MS, type Stage } from "./dashboard-host"
import { HOSTILE } from "./leads"
import { openDrafts } from "./open-playground"

/** What a person has written or decided stays theirs, whatever happens in between. */
export function testNothingLost(stage: Stage): void {
  const { dashboard } = stage

  it(
    "approves an edit that was begun, left for other drafts and reloaded, as it stands on the screen",
    async () => {
      const playground = await openDrafts(stage)
      const { page } = playground
      const article = page.getByRole("article")
      await page.keyboard.press("e")
      await page.getByLabel("Body").fill("Hello Ada, begun.")
      // Without a word to the editor.
      await playground.button("Next draft").click()
      await playground.reads(HOSTILE)
      await playground.button("Previous draft").click()
      await article.getByText("Edited, not approved").waitFor()
      await page.reload()
      await article.getByText("Hello Ada, begun.").first().waitFor()
      await page.getByRole("list", { name: "Drafts" }).getByText("Edited, not approved").waitFor()

      await page.keyboard.press("a")
      await playground.shows("1 draft approved")
      const [ada] = await playground.drafts("approved")
      const leadId = ada?.campaign_lead_id ?? ""
      expect(await playground.approvedEmail(leadId)).toMatchObject({ body: "Hello Ada, begun." })
      expect(await page.getByText("Edited, not approved").count()).toBe(0)
      // Neither on the page nor in the browser.
      expect(await page.evaluate("JSON.stringify(localStorage)")).not.toContain("begun")
    },
    WITHIN_MS
  )

  it(
    "takes an approval back in one click or by a key, and leaves what was approved as an edit",
    async () => {
      const playground = await openDrafts(stage)
      const { page } = playground
      const article = page.getByRole("article")
      const approve = async () => {
        await page.keyboard.press("a")
        await playground.reads(HOSTILE)
        await page.keyboard.press("k")
        await article.getByText("Approved", { exact: true }).waitFor()
      }
      const isBegun = async () => {
        await article.getByText("Edited, not approved").waitFor()
        await article.getByText("Hello Ada, mine.").first().waitFor()
        expect(await playground.drafts("approved")).toEqual([])
      }
      await page.keyboard.press("e")
      await page.getByLabel("Body").fill("Hello Ada, mine.")
      await playground.button("Keep for later").click()
      await approve()
      await playground.button("Undo (U)").click()
      await isBegun()
      await approve()
      await page.keyboard.press("u")
      await isBegun()
      await approve()
      await playground.button("Withdraw approval").click()
      await isBegun()
      await approve()
      await page.getByLabel(/^Select draft for Ada/).click()
      await playground.button("Withdraw selected").click()
      await playground.button("Withdraw 1 approval").click()
      await isBegun()
    },
    WITHIN_MS
  )

  it(
    "asks before Escape discards what was written, as often as needed, and never without need",
    async () => {
      const playground = await openDrafts(stage)
      const { page } = playground
      const body = page.getByLabel("Body")
      const dialog = page.getByRole("alertdialog")
      await page.keyboard.press("e")
      await body.press("Escape")
      await body.waitFor({ state: "hidden" })
      expect(await dialog.count()).toBe(0)

      await page.keyboard.press("e")
      await body.fill("Hello Ada, begun.")
      await body.press("Escape")
      await dialog.getByText("Discard your changes?").waitFor()
      await page.keyboard.press("Escape")
      await dialog.waitFor({ state: "hidden" })
      expect(await body.inputValue()).toBe("Hello Ada, begun.")
      await body.press("Escape")
      await dialog.getByRole("button", { name: "Keep editing" }).click()
      expect(await body.inputValue()).toBe("Hello Ada, begun.")
      await body.press("Escape")
      await dialog.getByRole("button", { name: "Discard changes" }).click()
      await playground.reads("Ada")
      expect(await page.getByText("Edited, not approved").count()).toBe(0)
    },
    WITHIN_MS
  )

  it(
    "says what many drafts are before it approves, rejects or withdraws them, takes edits along, and undoes exactly that",
    async () => {
      const playground = await openDrafts(stage)
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
      await page.keyboard.press("j")
      await playground.reads("Grace")
      await page.keyboard.press("e")
      await page.getByLabel("Subject").fill("Edited subject")
      await playground.button("Keep for later").click()
      await page.getByLabel(/^Select all shown without flags/).click()
      await page.getByLabel(/^Select draft for <img/).click()
      const ticked = page.getByRole("checkbox", { name: /^Select draft/, checked: true })
      const count = await ticked.count()

      await playground.button("Approve selected").click()
      const dialog = page.getByRole("alertdialog")
      await dialog.getByText(`Approve ${count} drafts?`).waitFor()
      await dialog.getByText(`2 of ${count} opened in this browser`).waitFor()
      await dialog.getByText("1 has a flag").waitFor()
      await dialog.getByText("1 is approved as edited: Grace").waitFor()
      expect(await dashboard().barriers("[role=alertdialog]")).toEqual([])
      await dialog.getByRole("button", { name: `Approve ${count} drafts` }).click()
      await playground.shows(`${count} drafts approved`)
      const approved = await playground.drafts("approved")
      expect(approved).toHaveLength(count + 1)
      const emails = await Promise.all(
        approved.map(({ campaign_lead_id }) => playground.approvedEmail(campaign_lead_id))
      )
      expect(emails.filter(({ subject }) => subject === "Edited subject")).toHaveLength(1)
      await page.keyboard.press("u")
      await playground.shows(`${count} approvals withdrawn`)
      expect(await playground.drafts("approved")).toHaveLength(1)

      await page.getByLabel(/^Select draft for Ada/).click()
      await playground.button("Withdraw selected").click()
      await dialog.getByRole("button", { name: "Withdraw 1 approval" }).click()
      await playground.until(
        "nothing is approved",
        async () => (await playground.drafts("approved")).length === 0
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
      await playground.until(
        "two are rejected",
        async () => (await playground.drafts("rejected")).length === 2
      )
      expect(decisions).toHaveLength(1)
    },
    WITHIN_MS
  )

  it(
    "keeps draft, tab and filter in the address: Back on a phone returns to the list",
    async () => {
      const playground = await openDrafts(stage)
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
      await page.getByRole("tab", { name: "History" }).click()
      expect(new URL(page.url()).searchParams.get("tab")).toBe("history")
      await page.reload()
      await page.getByRole("tab", { name: "History", selected: true }).waitFor()
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    WITHIN_MS
  )
}
