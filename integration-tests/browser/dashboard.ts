import { mkdir } from "node:fs/promises"
import path from "node:path"
import type { AxeResults } from "axe-core"
import type { Browser, Page } from "playwright-core"

const AXE = require.resolve("axe-core/axe.min.js")
const IMAGES = path.resolve(__dirname, "../../docs/images")

const DESK = { width: 1280, height: 900 }

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

  /** What axe finds on the page itself that keeps people out, as one line each. The shell is the host's. */
  async barriers(): Promise<string[]> {
    await this.page.addScriptTag({ path: AXE })
    const { violations } = await this.page.evaluate<AxeResults>(
      "axe.run(document.querySelector('main') ?? document)"
    )
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
  }

  /** How many pixels the page is wider than a small phone. */
  async overflowOnPhone(): Promise<number> {
    await this.page.setViewportSize({ width: 390, height: 844 })
    const overflow = await this.page.evaluate<number>(
      "document.documentElement.scrollWidth - window.innerWidth"
    )
    await this.page.setViewportSize(DESK)
    return Math.max(0, overflow)
  }

  /** A picture for the README, taken where `UPDATE_SCREENSHOTS` asks for it. */
  async picture(name: string): Promise<void> {
    if (!process.env.UPDATE_SCREENSHOTS) return
    await mkdir(IMAGES, { recursive: true })
    await this.page.setViewportSize({ ...DESK, height: 1_200 })
    await this.page.screenshot({ path: path.join(IMAGES, `${name}.png`) })
    await this.page.setViewportSize(DESK)
  }

  close(): Promise<void> {
    return this.page.context().close()
  }
}
