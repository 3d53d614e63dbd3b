import { isWithoutChromium, launchChromium } from "@tve-pass/chromium"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bundlePage, serve } from "./served-page.ts"

describe.skipIf(isWithoutChromium)("the state in Chromium", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it.each(["react", "preact", "vue", "solid"])("is rendered by %s, each state once", async (framework) => {
    const context = await browser.newContext()
    const { simulator, open } = await serve(context, await bundlePage(framework))
    const page = await open()
    const errors: Array<string> = []
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") errors.push(message.text())
    })
    await page.waitForFunction(() => document.getElementById("root")?.textContent === "signed-out")
    await page.evaluate(
      () => void window.entitlement.signInWithCode({ mvpd: { id: "Cablevision", displayName: "Optimum", logoUrl: "" } })
    )
    const code = await page.waitForFunction(() => {
      const state = window.entitlement.state.getSnapshot()
      return state.name === "signing-in" && state.code
    })
    simulator.mvpd.signIn(String(await code.jsonValue()))
    await page.waitForFunction(() => document.getElementById("root")?.textContent === "signed-in")
    expect(await page.evaluate(() => window.rendered)).toEqual([
      "unknown",
      "starting",
      "signed-out",
      "signing-in",
      "signed-in"
    ])
    // Mounted twice by StrictMode, started once.
    expect(simulator.journal.calls("retrieveProfiles")).toHaveLength(1)
    expect(errors).toEqual([])
    await context.close()
  })
})
