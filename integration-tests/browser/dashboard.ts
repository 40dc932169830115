import { mkdir } from "node:fs/promises"
import path from "node:path"
import type { AxeResults } from "axe-core"
import type { Browser, Page } from "playwright-core"

const AXE = require.resolve("axe-core/axe.min.js")
const IMAGES = path.resolve(__dirname, "../../docs/images")

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
/** A desk's screen, a tablet and a phone. */
const SCREENS = [{ width: 1440, height: 900 }, { width: 820, height: 1180 }, PHONE]

/** Half faded in, any text has too little contrast. A skeleton never ends. */
const STILL = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished)
)`

/** The shell scrolls by itself: the document alone is never too wide. */
const OVERFLOW = `(() => {
  let widest = 0
  for (let box = document.querySelector("main"); box; box = box.parentElement) {
    widest = Math.max(widest, box.scrollWidth - box.clientWidth)
  }
  return widest
})()`

/** Somebody at the dashboard of a running host. */
export class Dashboard {
  private constructor(
    readonly page: Page,
    private readonly baseUrl_: string
  ) {}

  /** Opens a window and logs in, as a person does. */
  static async open(
    browser: Browser,
    baseUrl: string,
    { email, password }: { email: string; password: string }
  ): Promise<Dashboard> {
    const context = await browser.newContext({
      viewport: DESK,
      locale: "en-GB",
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(`${baseUrl}/app/login`)
    await page.getByPlaceholder("Email").fill(email)
    await page.getByPlaceholder("Password").fill(password)
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL((url) => !url.pathname.endsWith("/login"))
    return new Dashboard(page, baseUrl)
  }

  async goTo(route: string): Promise<void> {
    await this.page.goto(`${this.baseUrl_}/app${route}`)
    await this.page.waitForLoadState("networkidle")
  }

  /**
   * What axe finds that keeps people out, as one line each.
   * @param part what is ours of the page, as a selector: the shell is the host's
   */
  async barriers(part = "main"): Promise<string[]> {
    if (!(await this.page.evaluate<boolean>(`"axe" in window`))) {
      await this.page.addScriptTag({ path: AXE })
    }
    await this.page.evaluate(STILL)
    const { violations } = await this.page.evaluate<AxeResults>(
      `axe.run(document.querySelector(${JSON.stringify(part)}))`
    )
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
  }

  /** The same on each screen, in both themes, and where something is wider than the screen. */
  async barriersEverywhere(): Promise<string[]> {
    const found: string[] = []
    for (const theme of ["light", "dark"] as const) {
      if (theme === "dark") await this.wear_("dark")
      for (const screen of SCREENS) {
        await this.page.setViewportSize(screen)
        const where = `${screen.width} px, ${theme}`
        found.push(...(await this.barriers()).map((barrier) => `${where}: ${barrier}`))
        const overflow = await this.page.evaluate<number>(OVERFLOW)
        if (overflow > 0) found.push(`${where}: ${overflow} px too wide`)
      }
    }
    await this.page.setViewportSize(DESK)
    await this.wear_("light")
    return found
  }

  /** The shell takes the theme from the system, when it is loaded. */
  private async wear_(colorScheme: "light" | "dark"): Promise<void> {
    await this.page.emulateMedia({ colorScheme })
    await this.page.reload()
    await this.page.waitForLoadState("networkidle")
    await this.page.locator(`html.${colorScheme}`).waitFor({ state: "attached" })
  }

  /** How many pixels the page is wider than a small phone: it, or anything of the shell around it. */
  async overflowOnPhone(): Promise<number> {
    await this.page.setViewportSize(PHONE)
    const overflow = await this.page.evaluate<number>(OVERFLOW)
    await this.page.setViewportSize(DESK)
    return overflow
  }

  /** Chooses the language as a user does, in their profile. */
  async speak(language: string): Promise<void> {
    await this.goTo("/settings/profile/edit")
    await this.page.getByRole("dialog").getByRole("combobox").click()
    await this.page.getByRole("option", { name: language }).click()
    await this.page.getByRole("button", { name: "Save" }).click()
    await this.page.getByRole("dialog").waitFor({ state: "hidden" })
  }

  /** A picture for the README. @param height of the part that is shown, in px */
  async picture(name: string, height = 1_200): Promise<void> {
    await mkdir(IMAGES, { recursive: true })
    await this.page.setViewportSize({ ...DESK, height })
    await this.page.mouse.move(0, 0)
    await this.page.screenshot({
      path: path.join(IMAGES, `${name}.png`),
      // What was said in passing is no part of the page.
      style: "[data-sonner-toaster] { display: none }",
    })
    await this.page.setViewportSize(DESK)
  }

  close(): Promise<void> {
    return this.page.context().close()
  }
}
