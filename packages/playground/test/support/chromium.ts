import { existsSync } from "node:fs"
import { chromium, type Browser } from "playwright-core"

const usualPaths = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome"
]
const installed = usualPaths.find((path) => path !== undefined && existsSync(path))

/** Whether tests in a browser are left out: nowhere but on a developer's machine without one, and not in silence. */
export const isWithoutChromium = installed === undefined && process.env["CI"] === undefined

if (isWithoutChromium) {
  console.warn(
    "NOTICE: the tests in a browser are skipped, because no Chromium is installed. Set CHROMIUM_PATH to one."
  )
}

/** Starts the installed Chromium; fails where there is none. */
export const launchChromium = (): Promise<Browser> =>
  // Root may not use the sandbox, and containers have little shared memory.
  chromium.launch({
    executablePath: installed ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"]
  })
