import { existsSync } from "node:fs"
import { chromium, type Browser } from "playwright-core"
import {
  installDebianPackage,
  mayInstallDebianPackage,
} from "../../scripts/services/install-debian-package"

const PLACES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

const findChromium = () => PLACES.find((place) => place !== undefined && existsSync(place))

/** The machine's Chromium; on Debian, as root, it is installed when it is missing. */
export async function startChromium(): Promise<Browser> {
  if (!findChromium() && mayInstallDebianPackage()) installDebianPackage("chromium")
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error(
      "The browser tests need a Chromium: install it (apt install chromium), or set CHROMIUM_PATH."
    )
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      // It must not look for its maker's servers: the test may run where nothing else is reachable.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}
