import { existsSync } from "node:fs"
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach } from "vitest"

const usualPaths = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
].filter((path) => path !== undefined)

const installed = usualPaths.find((path) => existsSync(path))

/** Whether the tests in a browser are skipped: on a developer's machine without Chromium, and never in CI. */
export const isWithoutChromium = installed === undefined && process.env["CI"] === undefined

if (isWithoutChromium) {
  console.warn(
    `NOTICE: the tests in a browser are skipped: there is no Chromium at ${usualPaths.join(", ")}. Set CHROMIUM_PATH to one.`
  )
}

/** Starts the installed Chromium. It reaches servers on this machine only. Rejects if none is installed. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: installed ?? "/usr/bin/chromium",
    args: [
      // Root may not use the sandbox, and containers have little shared memory.
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
    ]
  })

export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>

/**
 * Runs the tests of a file or suite in Chromium. Returns how to open a page of a new context. Without Chromium the tests
 * are skipped; in CI they fail.
 */
export const useChromium = (): OpenPage => {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!isWithoutChromium) browser = await launchChromium()
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
