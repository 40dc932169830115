import type { Locator } from "playwright-core"
import { Dashboard } from "./dashboard"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { CAMPAIGN } from "./leads"
import { openDrafts, openPlayground } from "./open-playground"

/** A click that does not get through fails, says so, and costs nothing that was written. */
export function testCutOff(stage: Stage): void {
  const { host, browser } = stage

  it(
    "tells somebody who was signed out so, and leads back to the same draft with the edit there",
    async () => {
      const { baseUrl, account } = host()
      const visitor = await Dashboard.open(browser(), baseUrl, account)
      const playground = await openDrafts(stage, visitor)
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
      const playground = await openDrafts(stage)
      const { page } = playground
      await playground.openPrompt()
      await page.getByLabel("Prompt", { exact: true }).fill("Write to {{ lead.first_name }}.")
      await page.context().setOffline(true)
      await playground.generate.click()
      await playground.shows(/The server cannot be reached, and nothing will be sent later/)
      await page.context().setOffline(false)
      // Whatever had waited for the net goes out with the first that is read anew.
      await page.waitForResponse(/playground\/preview/)
      await page.waitForLoadState("networkidle")
      expect(await playground.batchIds()).toHaveLength(1)

      await page.getByRole("main").getByRole("link", { name: CAMPAIGN.name }).click()
      await playground.button("Upload CSV").waitFor()
      await page.goBack()
      await playground.openPrompt()
      const prompt = page.getByLabel("Prompt", { exact: true })
      expect(await prompt.inputValue()).toBe("Write to {{ lead.first_name }}.")
      await page.reload()
      await playground.openPrompt()
      expect(await prompt.inputValue()).toBe("Write to {{ lead.first_name }}.")
      // It is this campaign's alone.
      await openDrafts(stage)
      await playground.openPrompt()
      expect(await prompt.inputValue()).toBe("")
    },
    WITHIN_MS
  )

  it(
    "fails a click that gets no answer within ten seconds, says so, and sends nothing later",
    async () => {
      const playground = await openPlayground(stage)
      const { page } = playground
      // It goes nowhere: neither sent on nor answered.
      await page.route("**/playground/generate", () => {})
      const clickedAt = Date.now()
      await playground.ask(3)
      await playground.shows(/No answer came within 10 seconds, and nothing will be sent later/)
      expect(Date.now() - clickedAt).toBeLessThan(20_000)
      await page.unroute("**/playground/generate")
      await playground.until("it can be clicked again", () => playground.generate.isEnabled())
      await page.waitForLoadState("networkidle")
      expect(await playground.batchIds()).toEqual([])
      await playground.generate.click()
      await playground.shows("3 of 3 done")
      expect(await playground.batchIds()).toHaveLength(1)
    },
    WITHIN_MS
  )

  it(
    "says of each decision that it could not go out, keeps what was written for it, and sends it only when asked again",
    async () => {
      const playground = await openDrafts(stage)
      const { page } = playground
      const dialog = page.getByRole("alertdialog")
      const cannot = (where: Locator, what: string) =>
        where
          .getByRole("alert")
          .filter({ hasText: what })
          .getByText(/cannot be reached, and nothing will be sent later/)
          .waitFor()
      await page.getByLabel(/^Select draft for Ken/).click()
      await page.getByLabel(/^Select draft for Lynn/).click()
      await page.context().setOffline(true)
      await page.keyboard.press("a")
      await cannot(page.getByRole("article"), "The draft was not approved")

      await playground.button("Reject selected").click()
      await dialog.getByLabel("Reason (optional)").fill("Too dry")
      const reject = dialog.getByRole("button", { name: "Reject 2 drafts" })
      await reject.click()
      await cannot(dialog, "The selected drafts were not rejected")
      await page.context().setOffline(false)
      await reject.click()
      await playground.shows("2 drafts rejected")
      expect(await playground.drafts("approved")).toEqual([])
      expect(await playground.drafts("rejected")).toHaveLength(2)

      await page.getByRole("tab", { name: "Send" }).click()
      await playground.button("Write footer").click()
      await page.getByLabel("Footer", { exact: true }).fill("Northwind {{ unsubscribe_url }}")
      await page.context().setOffline(true)
      await playground.button("Save footer").click()
      await playground.shows(/cannot be reached, and nothing will be sent later/)
      await page.context().setOffline(false)
      await playground.button("Save footer").click()
      await playground.shows("Footer saved")
    },
    WITHIN_MS
  )
}
