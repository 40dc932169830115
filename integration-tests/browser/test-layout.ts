import type { Locator, Page } from "playwright-core"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { LEADS } from "./leads"
import { openPlayground } from "./open-playground"

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 820, height: 1180 }
/** Where list and pane stand beside each other. */
const WIDE = [DESK, TABLET, { width: 768, height: 1024 }]
/** Below them is the page's own edge, in px. */
const EDGE = 24

interface Box {
  x: number
  y: number
  width: number
  height: number
}

interface Matching {
  matches(selector: string): boolean
}

async function boxOf(part: Locator): Promise<Box> {
  const box = await part.boundingBox()
  if (!box) throw new Error("It is not on the page.")
  return box
}

/** Where a part ends, in px from the top of the screen. */
const endOf = async (part: Locator) => {
  const { y, height } = await boxOf(part)
  return y + height
}

const partsOf = (page: Page) => ({
  progress: page.getByRole("region", { name: "Progress" }),
  list: page.getByRole("list", { name: "Drafts" }),
  pane: page.getByRole("article"),
  approve: page.getByRole("article").getByRole("button", { name: "Approve", exact: true }),
})

/** Reading comes first: what stands where on the screen, and stays there. */
export function testLayout(stage: Stage): void {
  const { host } = stage

  it(
    "folds the prompt while drafts come; list and pane fill the height, with a draft and its Approve in view, and on a phone drafts come first",
    async () => {
      const playground = await openPlayground(stage)
      const { page, campaignId } = playground
      const { progress, list, pane, approve } = partsOf(page)
      // One draft comes, the others are on their way throughout.
      host().setDelay(0, 90_000)
      await playground.ask(LEADS.length)
      try {
        const line = pane.getByText(/^Hello /)
        await line.waitFor()
        expect(await page.getByLabel("Prompt", { exact: true }).isVisible()).toBe(false)
        for (const screen of WIDE) {
          await page.setViewportSize(screen)
          await playground.button("Edit prompt").waitFor()
          expect(await endOf(line)).toBeLessThan(screen.height)
          expect(await endOf(approve)).toBeLessThanOrEqual(screen.height)
          const { height } = await boxOf(progress)
          expect(height).toBeLessThanOrEqual(96)
          for (const part of [list, pane]) {
            const end = await endOf(part)
            expect(end).toBeLessThanOrEqual(screen.height)
            expect(end).toBeGreaterThan(screen.height - EDGE)
          }
        }
        await page.setViewportSize(PHONE)
        const first = list.getByRole("listitem").first()
        expect((await boxOf(first)).y).toBeLessThan(PHONE.height)
        await playground.button("Cancel batch").waitFor()
      } finally {
        // Else they would keep the others waiting.
        const [batch_id] = await playground.batchIds()
        await host().api.post(`/api/v1/campaigns/${campaignId}/playground/cancel`, { batch_id })
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    WITHIN_MS
  )

  it(
    "keeps Approve in view below a mail of any length, and the progress above it",
    async () => {
      const playground = await openPlayground(stage, { system_prompt: "Write a long letter." })
      const { page } = playground
      const { progress, pane, approve } = partsOf(page)
      await playground.ask(2)
      await playground.reads("Ada")
      for (const screen of [DESK, PHONE]) {
        await page.setViewportSize(screen)
        if (screen === PHONE) await page.getByRole("button", { name: /^Ada/ }).click()
        // It is longer than the screen, and read from its middle.
        const signature = pane.getByText(/Mira$/)
        expect((await boxOf(signature)).height).toBeGreaterThan(screen.height)
        await pane.hover()
        await page.mouse.wheel(0, 700)
        await playground.until("it is scrolled", async () => (await boxOf(signature)).y < 0)
        const { y, height } = await boxOf(approve)
        expect(y).toBeGreaterThan(0)
        expect(y + height).toBeLessThanOrEqual(screen.height)
        expect((await boxOf(progress)).y).toBeGreaterThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    WITHIN_MS
  )

  it(
    "shows a mail that is written from right to left so, and edits it so",
    async () => {
      const playground = await openPlayground(stage, { system_prompt: "Write in Hebrew." })
      const { page } = playground
      const { pane } = partsOf(page)
      await playground.ask(1)
      const subject = pane.getByRole("heading", { name: "ארגז דוגמאות" })
      await subject.waitFor()
      const isFromRight = (part: Locator) =>
        // The tests have no types of a browser's page.
        part.evaluate((element) => (element as unknown as Matching).matches(":dir(rtl)"))
      for (const part of [subject, pane.getByText("החגים מתקרבים.")]) {
        expect(await isFromRight(part)).toBe(true)
      }
      await page.keyboard.press("e")
      for (const field of ["Subject", "Body"]) {
        expect(await isFromRight(page.getByLabel(field))).toBe(true)
      }
      expect(await isFromRight(playground.button("Approve changes"))).toBe(false)
    },
    WITHIN_MS
  )

  it(
    "moves nothing that somebody reads when failures appear",
    async () => {
      const playground = await openPlayground(stage, {
        system_prompt: "Write to the {{ lead.title }}.",
      })
      const { page, campaignId } = playground
      const path = `/api/v1/campaigns/${campaignId}`
      const { leads } = await host().api.get<{ leads: { id: string }[] }>(`${path}/leads`)
      for (const { id } of leads.slice(0, 4)) {
        await host().api.patch(`${path}/leads/${id}`, { title: "Buyer" })
      }
      await host().api.post(`${path}/playground/generate`, { step_index: 1, n_leads: 6 })
      await playground.until("all have ended", async () => {
        const { succeeded, failed } = await playground.status()
        return succeeded === 4 && failed === 2
      })
      // The page hears of the failures when the test wants it to, and that two more are on their way.
      let isTold = false
      await page.route("**/playground/events*", (route) => route.abort())
      await page.route("**/playground/status*", async (route) => {
        const response = await route.fetch()
        const state = await response.json()
        state.status = "running"
        state.overall.running = isTold ? 2 : 4
        state.overall.failed = isTold ? 2 : 0
        state.overall.total = 8
        await route.fulfill({ response, json: state })
      })
      const { list, pane } = partsOf(page)
      for (const screen of [DESK, TABLET, PHONE]) {
        isTold = false
        await page.setViewportSize(screen)
        await page.reload()
        await page.getByText("4 of 8 done").waitFor()
        await list.getByText("Ada").waitFor()
        await page.waitForLoadState("networkidle")
        const shown = screen === PHONE ? [list] : [list, pane]
        const before = await Promise.all(shown.map(boxOf))
        isTold = true
        await page.getByText("2 failed").waitFor()
        expect({ screen, boxes: await Promise.all(shown.map(boxOf)) }).toEqual({
          screen,
          boxes: before,
        })
      }
      await page.unrouteAll({ behavior: "ignoreErrors" })
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    WITHIN_MS
  )
}
