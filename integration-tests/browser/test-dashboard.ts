import type { Browser } from "playwright-core"
import { startChromium } from "./chromium"
import { Dashboard } from "./dashboard"
import type { DashboardHost, Stage } from "./dashboard-host"
import { takePictures } from "./take-pictures"
import { testBatches } from "./test-batches"
import { testChoosing } from "./test-choosing"
import { testCutOff } from "./test-cut-off"
import { testCustomers } from "./test-customers"
import { testFailures } from "./test-failures"
import { testInGerman } from "./test-in-german"
import { testLayout } from "./test-layout"
import { testLeadPicker } from "./test-lead-picker"
import { testLeftOver } from "./test-left-over"
import { testNewUser } from "./test-new-user"
import { testNoModel } from "./test-no-model"
import { testNothingLost } from "./test-nothing-lost"
import { testOutage } from "./test-outage"
import { testPages } from "./test-pages"
import { testReading } from "./test-reading"
import { testSending } from "./test-sending"
import { testSets } from "./test-sets"
import { testVariants } from "./test-variants"
import { testVerdict } from "./test-verdict"
import { testWidget } from "./test-widget"

/** A browser may have to be installed first. In ms. */
const OPEN_WITHIN_MS = 300_000

/** What people do at the dashboard, in a real Chromium. */
export function testDashboard(host: () => DashboardHost): void {
  let browser: Browser
  let dashboard: Dashboard
  beforeAll(async () => {
    browser = await startChromium()
    const { baseUrl, account } = host()
    dashboard = await Dashboard.open(browser, baseUrl, account)
  }, OPEN_WITHIN_MS)
  beforeEach(() => host().setDelay(0))
  afterAll(() => browser.close())

  const stage: Stage = { host, dashboard: () => dashboard, browser: () => browser }
  testNewUser(stage)
  testNothingLost(stage)
  testCutOff(stage)
  testChoosing(stage)
  testLeadPicker(stage)
  testLeftOver(stage)
  testVariants(stage)
  testNoModel(stage)
  testLayout(stage)
  testReading(stage)
  testFailures(stage)
  testBatches(stage)
  testOutage(stage)
  testVerdict(stage)
  testSets(stage)
  testSending(stage)
  testCustomers(stage)
  testWidget(stage)
  testPages(stage)
  testInGerman(stage)
  if (process.env.UPDATE_SCREENSHOTS) takePictures(stage)
}
