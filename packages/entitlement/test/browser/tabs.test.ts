import { isWithoutChromium, launchChromium } from "@tve-pass/chromium"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bundlePage, serve } from "./served-page.ts"

const cablevision = { id: "Cablevision", displayName: "Optimum", logoUrl: "" }

describe.skipIf(isWithoutChromium)("tabs in Chromium", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it("share one session and one poller among five, also when the poller is closed", async () => {
    const context = await browser.newContext()
    const { simulator, open } = await serve(context, await bundlePage("plain"))
    const tabs = await Promise.all(Array.from({ length: 5 }, open))
    for (const tab of tabs) {
      await tab.evaluate((mvpd) => void window.entitlement.signInWithCode({ mvpd }), cablevision)
    }
    const codeOf = async (tab: (typeof tabs)[number]) => {
      const code = await tab.waitForFunction(() => {
        const state = window.entitlement.state.getSnapshot()
        return state.name === "signing-in" && state.code
      })
      return String(await code.jsonValue())
    }
    const codes = new Set(await Promise.all(tabs.map(codeOf)))
    expect(codes.size).toBe(1)
    expect(simulator.journal.calls("createAuthenticationSession")).toHaveLength(1)
    expect(simulator.journal.calls("registerClient")).toHaveLength(1)
    const [poller, ...others] = tabs
    await poller?.close()
    const [code = ""] = codes
    simulator.mvpd.signIn(code)
    for (const tab of others) {
      await tab.waitForFunction(() => window.entitlement.state.getSnapshot().name === "signed-in")
    }
    expect(simulator.journal.calls("createAuthenticationSession")).toHaveLength(1)
    simulator.journal.expectNoViolations()
    await context.close()
  })

  it("learn that the viewer signed out in another one", async () => {
    const context = await browser.newContext()
    const { simulator, open } = await serve(context, await bundlePage("plain"))
    const [here, there] = [await open(), await open()]
    await here.evaluate((mvpd) => void window.entitlement.signInWithCode({ mvpd }), cablevision)
    const code = await here.waitForFunction(() => {
      const state = window.entitlement.state.getSnapshot()
      return state.name === "signing-in" && state.code
    })
    simulator.mvpd.signIn(String(await code.jsonValue()))
    await here.waitForFunction(() => window.entitlement.state.getSnapshot().name === "signed-in")
    expect(await there.evaluate(async () => (await window.entitlement.start()).kind)).toBe("signed-in")
    await here.evaluate(() => window.entitlement.signOut({ because: "the viewer asked" }))
    await there.waitForFunction(() => window.entitlement.state.getSnapshot().name === "signed-out")
    expect(await there.evaluate(() => window.entitlement.state.getSnapshot())).toEqual({
      name: "signed-out",
      why: "elsewhere"
    })
    await context.close()
  })

  it("show the same code again after a reload, and poll on in the same interval", async () => {
    const context = await browser.newContext()
    const { simulator, open } = await serve(context, await bundlePage("plain"))
    const page = await open()
    await page.evaluate((mvpd) => void window.entitlement.signInWithCode({ mvpd }), cablevision)
    const shown = () =>
      page.waitForFunction(() => {
        const state = window.entitlement.state.getSnapshot()
        return state.name === "signing-in" && state.polls > 0 && state.code
      })
    const code = String(await (await shown()).jsonValue())
    await page.reload()
    await page.evaluate(() => void window.entitlement.resume())
    expect(String(await (await shown()).jsonValue())).toBe(code)
    const [first, second] = simulator.journal.calls("retrieveProfileForCode").map(({ at }) => at)
    // By the clock of this process, which sees a poll a moment after the page has sent it.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(4_500)
    expect(simulator.journal.calls("createAuthenticationSession")).toHaveLength(1)
    await context.close()
  })
})
