import { existsSync } from "node:fs"
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach } from "vitest"

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
].filter((path) => path !== undefined)

/** No network but this machine, no background traffic. */
const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
]

const launch = (): Promise<Browser> | undefined => {
  const executablePath = candidates.find((path) => existsSync(path))
  if (executablePath !== undefined) return chromium.launch({ executablePath, args })
  const notice = `No Chromium found at ${candidates.join(", ")}. Did you forget to set CHROMIUM_PATH?`
  if (process.env["CI"] === "true") throw new Error(notice)
  console.warn(`${notice} The tests that need one do not run.`)
  return undefined
}

export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>

/**
 * Runs the tests of a file or suite in a real Chromium; the result opens a page of a fresh context. On a machine without Chromium
 * they are skipped, and say so; in CI that is a failure.
 */
export const useChromium = (): OpenPage => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launch()
  })
  beforeEach(({ skip }) => {
    if (browser === undefined) skip("no Chromium on this machine")
  })
  afterAll(() => browser?.close())
  return async (options) => {
    if (browser === undefined) throw new Error("Failed to open a page: Chromium is not running.")
    return (await browser.newContext(options)).newPage()
  }
}
