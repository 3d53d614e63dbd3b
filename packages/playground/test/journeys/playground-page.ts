import { launchChromium } from "@tve-pass/chromium"
import { mkdirSync, writeFileSync } from "node:fs"
import { get } from "node:http"
import { fileURLToPath } from "node:url"
import type { Browser, CDPSession, Page } from "playwright-core"
import { startPlaygroundServer } from "../../src/server/playground-server.ts"
import { buildPages } from "../support/built-pages.ts"

const screenshotFolder = fileURLToPath(new URL("../screenshots/", import.meta.url))

/** A playground with its page in Chromium. Journeys use the keyboard only. */
export interface OpenPlayground {
  readonly page: Page
  readonly origin: string
  readonly browser: Browser
  /** Serves another playground, in its first scenario. Resolves to its origin. */
  readonly serveAnother: () => Promise<string>
  readonly close: () => Promise<void>
}

/** Serves the playground and opens its page. */
export const openPlayground = async (): Promise<OpenPlayground> => {
  const [pages, browser] = await Promise.all([buildPages(), launchChromium()])
  const servers: Array<{ readonly close: () => Promise<void> }> = []
  const serve = async () => {
    const server = await startPlaygroundServer({ port: 0, host: "127.0.0.1", pageFolder: pages.folder })
    servers.push(server)
    return server.origin
  }
  const origin = await serve()
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, reducedMotion: "reduce" })
  page.setDefaultTimeout(60_000)
  await page.goto(origin)
  return {
    page,
    browser,
    origin,
    serveAnother: serve,
    close: async () => {
      await browser.close()
      await Promise.all(servers.map((server) => server.close()))
      pages.remove()
    }
  }
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Keeps a picture for people to look at: as it is, without the checks of `page.screenshot`, which take longer. */
export const takeScreenshot = async (page: Page, name: string): Promise<void> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const { data } = await (await session).send("Page.captureScreenshot", { format: "png", optimizeForSpeed: true })
  mkdirSync(screenshotFolder, { recursive: true })
  writeFileSync(`${screenshotFolder}${name}.png`, Buffer.from(data, "base64"))
}

/** Sends requests to the simulator, 50 at a time. */
export const sendRequests = async (origin: string, count: number): Promise<void> => {
  for (let sent = 0; sent < count; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, () => request(`${origin}/api/v2/REF30/configuration`)))
  }
}

/** On a connection of its own: on a busy machine, the server may close one that is about to be used again. */
const request = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => response.resume().once("end", resolve)).once("error", reject)
  })
