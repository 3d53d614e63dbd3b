import { isWithoutChromium, launchChromium } from "@tve-pass/chromium"
import { exampleSoftwareStatement } from "@tve-pass/testing"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { createAdobePass } from "../../src/promise/index.ts"
import { useWatchedServer } from "../processes/watched-server.ts"
import { buildTabPage } from "./tab-page.ts"

/** What the page of a tab offers. */
interface TabGlobals {
  readonly createAdobePass: typeof createAdobePass
}

const server = useWatchedServer(await buildTabPage())

describe.skipIf(isWithoutChromium)("tabs of one origin in Chromium", () => {
  let browser: Browser
  let context: BrowserContext
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    context = await browser.newContext()
  })
  afterEach(() => context.close())

  const openTab = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${server.origin()}/tab`)
    return page
  }

  it("register once and retrieve one token, when 5 start at once (rule 8)", async () => {
    const tabs = await Promise.all(Array.from({ length: 5 }, openTab))
    // Long enough for all tabs to want the same.
    server.simulator().faults.next("registerClient", { delay: 500 })
    server.simulator().faults.next("retrieveAccessToken", { delay: 500 })
    const statuses = await Promise.all(tabs.map(fetchConfiguration))
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    expect(calls()).toEqual({ register: 1, token: 1, configuration: 5 })
  })

  it("share the rate of their device: no call fails, although each tab alone would have burst (rule 15)", async () => {
    server.throttle()
    const tabs = await Promise.all(Array.from({ length: 3 }, openTab))
    const statuses = await Promise.all(tabs.map((tab) => fetchConfigurations(tab, 5)))
    expect(statuses.flat()).toEqual(Array.from({ length: 15 }, () => 200))
    const refused = server
      .simulator()
      .journal.calls()
      .filter(({ status }) => status === 429)
    expect(refused).toEqual([])
  })

  it("go on when the tab that registers is closed (rule 25)", async () => {
    const [closed, next] = [await openTab(), await openTab()]
    const reached = server.freezeAt("registerClient", "request")
    // Rejects when the tab is closed.
    const lost = fetchConfiguration(closed).catch(() => "closed")
    await reached
    const status = fetchConfiguration(next)
    await closed.close()
    expect(await lost).toBe("closed")
    expect(await status).toBe(200)
    expect(calls()).toEqual({ register: 1, token: 1, configuration: 1 })
  })

  it("find what an earlier tab has stored, also without Web Locks (rule 25)", async () => {
    await context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }))
    expect(await fetchConfiguration(await openTab())).toBe(200)
    expect(await fetchConfiguration(await openTab())).toBe(200)
    expect(calls()).toEqual({ register: 1, token: 1, configuration: 2 })
  })

  it("fail with StoreUnavailable where the page may not use storage (rule 24)", async () => {
    const page = await openTab()
    const frame = await sandboxedFrame(page)
    expect(await frame.evaluate(failureCode, exampleSoftwareStatement)).toBe("store-unavailable")
    expect(calls()).toEqual({ register: 0, token: 0, configuration: 0 })
  })

  it("fail with StoreUnavailable when the quota is full (rule 24)", async () => {
    const page = await openTab()
    await page.evaluate(fillLocalStorage)
    expect(await page.evaluate(failureCode, exampleSoftwareStatement)).toBe("store-unavailable")
    expect(calls()).toEqual({ register: 0, token: 0, configuration: 0 })
  })
})

const calls = () => {
  const { journal } = server.simulator()
  return {
    register: journal.calls("registerClient").length,
    token: journal.calls("retrieveAccessToken").length,
    configuration: journal.calls("retrieveConfiguration").length
  }
}

/** Calls at once through one `pass`, and their statuses. */
const fetchConfigurations = (page: Page, count: number): Promise<ReadonlyArray<number>> =>
  page.evaluate(
    async (options) => {
      // The page's script has put it there.
      const { createAdobePass } = globalThis as unknown as TabGlobals
      const pass = createAdobePass({
        origin: location.origin,
        softwareStatement: options.softwareStatement,
        device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
        storage: () => localStorage
      })
      const call = async () => (await pass.fetch("/api/v2/REF30/configuration")).status
      return Promise.all(Array.from({ length: options.count }, call))
    },
    { softwareStatement: exampleSoftwareStatement, count }
  )

const fetchConfiguration = async (page: Page): Promise<number | undefined> => (await fetchConfigurations(page, 1))[0]

/** Runs in a page: the code of the error that an app gets there. */
const failureCode = (softwareStatement: string): Promise<string> => {
  // The page's script has put it there.
  const { createAdobePass } = globalThis as unknown as TabGlobals
  const pass = createAdobePass({
    // A sandboxed frame has no origin to say.
    origin: new URL(document.baseURI).origin,
    softwareStatement,
    device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
    storage: () => localStorage
  })
  return pass.accessToken().then(
    () => "it succeeded",
    (error) => error.code
  )
}

/** A frame whose origin is opaque, so that it has neither storage nor locks. */
const sandboxedFrame = async (page: Page) => {
  const url = `${server.origin()}/tab`
  await page.evaluate(
    (src) =>
      new Promise((loaded) => {
        const frame = document.createElement("iframe")
        frame.setAttribute("sandbox", "allow-scripts")
        frame.addEventListener("load", loaded)
        frame.src = src
        document.body.append(frame)
      }).then(() => undefined),
    url
  )
  return page.frames()[1] ?? expect.unreachable("the frame is missing")
}

/** Runs in a page: leaves no room in storage. */
const fillLocalStorage = (): void => {
  for (let size = 4_194_304; size >= 1; size = size / 2) {
    for (let part = 0; part < 4; part++) {
      try {
        localStorage.setItem(`filler ${size} ${part}`, "x".repeat(size))
      } catch {
        break
      }
    }
  }
}
