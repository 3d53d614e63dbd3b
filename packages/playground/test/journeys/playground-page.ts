import axeCore from "axe-core"
import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Browser, Frame, Page } from "playwright-core"
import { startPlaygroundServer } from "../../src/server/playground-server.ts"
import { buildPages } from "../support/built-pages.ts"
import { launchChromium } from "../support/chromium.ts"

const screenshotFolder = fileURLToPath(new URL("../screenshots/", import.meta.url))

/** A playground with its page in Chromium. Journeys use the keyboard only. */
export interface OpenPlayground {
  readonly page: Page
  readonly origin: string
  readonly browser: Browser
  readonly close: () => Promise<void>
}

/** Serves the playground and opens its page. */
export const openPlayground = async (): Promise<OpenPlayground> => {
  const pages = await buildPages()
  const server = await startPlaygroundServer({ port: 0, host: "127.0.0.1", pageFolder: pages.folder })
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, reducedMotion: "reduce" })
  page.setDefaultTimeout(60_000)
  await page.goto(server.origin)
  return {
    page,
    browser,
    origin: server.origin,
    close: async () => {
      await browser.close()
      await server.close()
      pages.remove()
    }
  }
}

/** Keeps a picture for people to look at. */
export const takeScreenshot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(screenshotFolder, { recursive: true })
  await page.screenshot({ path: `${screenshotFolder}${name}.png` })
}

/** Findings of axe in the page and its frames that are moderate or worse. */
export const axeFindings = async (page: Page): Promise<ReadonlyArray<string>> => {
  for (const frame of page.frames()) await addAxe(frame)
  const violations = await page.evaluate(async () => {
    // Boundary: the script that was just evaluated defines it.
    const { axe } = window as unknown as { readonly axe: typeof axeCore }
    const found = await axe.run(document, { resultTypes: ["violations"] })
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      targets: nodes.map(({ target }) => target.join(" "))
    }))
  })
  return violations
    .filter(({ impact }) => impact !== "minor")
    .map(({ id, impact, targets }) => `${id} (${impact}): ${targets.join(", ")}`)
}

const addAxe = (frame: Frame): Promise<unknown> => frame.evaluate(`window.axe ?? (() => { ${axeCore.source} })()`)
