import { createAccessibilityCheck } from "@tve-pass/chromium/accessibility"
import { isWithoutChromium } from "@tve-pass/chromium"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { backToTelevision, journeys, playsAtOnce, signInOnPhone } from "./journeys.ts"
import { createKeyboard, type Keyboard } from "./keyboard.ts"
import { openPlayground, sendRequests, takeScreenshot, type OpenPlayground } from "./playground-page.ts"

const accessibilityFindings = createAccessibilityCheck()

let playground: OpenPlayground
beforeAll(async () => {
  if (!isWithoutChromium) playground = await openPlayground()
})
afterAll(() => playground?.close())

describe.skipIf(isWithoutChromium)("by keys only in Chromium", () => {
  let keyboard: Keyboard
  beforeAll(async () => {
    keyboard = createKeyboard(playground.page)
    // Simulated time runs ten times as fast, so that a poll takes half a second.
    await keyboard.tabTo("Speed 10 times")
    await keyboard.press("Enter")
  })

  it.each(Object.entries(journeys))("%s", async (scenario, journey) => {
    const { page } = playground
    await keyboard.start(scenario)
    await journey(keyboard)
    await takeScreenshot(page, scenario)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await page.getByText("Violations of the protocol:").textContent()).toBe("Violations of the protocol: 0")
  })

  it("signs in on the phone at the TV provider that the television has selected", async () => {
    const { page } = playground
    await keyboard.start("first-launch")
    await keyboard.choose("Select TV provider")
    await keyboard.choose("Optimum")
    await keyboard.choose("On your phone")
    await signInOnPhone(keyboard, { selects: false })
    await keyboard.see("Optimum · regular")
    await backToTelevision(keyboard)
    await playsAtOnce(keyboard)
    await takeScreenshot(page, "second-screen-selected-on-television")
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await page.getByText("Violations of the protocol:").textContent()).toBe("Violations of the protocol: 0")
  })

  it("reaches every control with Tab, and shows where the focus is", async () => {
    const { page } = playground
    await keyboard.start("first-launch")
    await keyboard.see("Watch live TV")
    for (const name of ["To the television", "Scenario", "Start", "Break", "Speed 60 times", "+6 h"]) {
      await keyboard.tabTo(name, name === "To the television" ? "backwards" : "forwards")
    }
    for (const name of ["Sign in with your phone", "Left", "TV", "App", "SSO", "Code on your television"]) {
      await keyboard.tabTo(name)
    }
    for (const name of ["Requests, newest first", "Copy curl", "Request", "Response"]) await keyboard.tabTo(name)
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(outline).toBe("solid")
  })

  it("controls the television with the buttons of the remote", async () => {
    await keyboard.start("returning-viewer")
    await keyboard.television.getByRole("button", { name: "Live channel", exact: true }).waitFor()
    // Tab has gone through the television's controls on its way to the remote.
    await keyboard.tabTo("Up")
    await keyboard.press("Enter")
    await keyboard.tabTo("Left", "backwards")
    await keyboard.press("Enter", "Enter", "Enter", "Enter")
    await keyboard.tabTo("OK")
    await keyboard.press("Enter")
    await keyboard.see("Playing: REF30")
    await keyboard.tabTo("Back")
    await keyboard.press("Enter")
    await keyboard.see("What do you want to watch?")
    expect(await keyboard.television.locator("[data-current]").textContent()).toBe("Live channel")
  })

  it("breaks the next request, and shows what happened", async () => {
    const { page } = playground
    await keyboard.start("returning-viewer")
    await keyboard.television.getByRole("button", { name: "Live channel", exact: true }).waitFor()
    await keyboard.tabTo("Break", "backwards")
    await keyboard.press("Enter")
    await keyboard.tabTo("Script fault")
    await keyboard.press("Enter")
    await page.getByText("next call of any operation: status 503").waitFor()
    await takeScreenshot(page, "break")
    expect(await accessibilityFindings(page)).toEqual([])
    await keyboard.press("Escape")
    await keyboard.tabTo("To the television", "backwards")
    await keyboard.press("Enter")
    await keyboard.choose("Live channel")
    await keyboard.see("Your TV provider does not respond.")
    await page.locator(".row.error", { hasText: "503" }).waitFor()
  })

  it("breaks a later call of one operation", async () => {
    await keyboard.start("returning-viewer")
    await keyboard.see("Live channel")
    await keyboard.tabTo("Break", "backwards")
    await keyboard.press("Enter")
    await keyboard.tabTo("Operation")
    await keyboard.type("retrieveAuthorizationD")
    await keyboard.tabTo("How often")
    await keyboard.type("2nd")
    await keyboard.tabTo("Script fault")
    await keyboard.press("Enter")
    const scripted = playground.page.getByRole("status").getByRole("listitem")
    await expect
      .poll(() => scripted.allTextContents())
      .toEqual(["call number 2 of retrieveAuthorizationDecisions: status 503"])
    await keyboard.press("Escape")
    await keyboard.tabTo("To the television", "backwards")
    await keyboard.press("Enter")
    await playsAtOnce(keyboard)
  })

  it("says why a control was refused", async () => {
    const { page } = playground
    await keyboard.start("first-launch")
    await keyboard.see("Watch live TV")
    await keyboard.tabTo("Break", "backwards")
    await keyboard.press("Enter")
    await keyboard.tabTo("Expires")
    await keyboard.press("Enter")
    const alert = page.getByRole("alert").filter({ hasText: "Failed to" })
    expect(await alert.textContent()).toContain("no profile is meant")
    await keyboard.press("Escape")
  })

  it("jumps to the end of the code, which ends the sign-in", async () => {
    await keyboard.start("first-launch")
    await keyboard.choose("Sign in with your phone")
    await keyboard.television.locator("p.code").waitFor()
    await keyboard.tabTo("To the end of: code", "backwards")
    await keyboard.press("Enter")
    await keyboard.see("The code has expired.")
    expect(await playground.page.getByText("Polling has stopped.").count()).toBe(1)
  })

  it("gives the phone another address on mobile data", async () => {
    const { page } = playground
    await keyboard.start("first-launch")
    await keyboard.see("Watch live TV")
    await keyboard.tabTo("Phone on mobile data")
    await keyboard.press("Space")
    const burst = page.getByRole("meter", { name: "Burst of the phone" })
    await burst.waitFor()
    expect(await burst.getAttribute("aria-valuetext")).toBe("10 of 10, once")
    await keyboard.press("Space")
    await burst.waitFor({ state: "detached" })
  })

  it("copies what was done as a test and as code", async () => {
    const { page, browser, origin } = playground
    await browser.contexts()[0]?.grantPermissions(["clipboard-read", "clipboard-write"], { origin })
    await keyboard.start("second-screen")
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
    await backToTelevision(keyboard)
    await playsAtOnce(keyboard)
    const copied: Array<string> = []
    for (const name of ["Copy as test", "Copy as code"]) {
      await keyboard.tabTo(name, "backwards")
      await keyboard.press("Enter")
      await page.getByRole("button", { name: "Copied" }).waitFor()
      copied.push(await page.evaluate(() => navigator.clipboard.readText()))
      await page.getByRole("button", { name }).waitFor()
    }
    const [test, code] = copied
    expect(test).toContain("createSimulator")
    expect(code).toContain("signInWithCode")
  })

  it("renders the rows in view only, of 2,000 requests", async () => {
    const { page, origin } = playground
    await keyboard.start("first-launch")
    // A page that is open draws each of them.
    await page.goto("about:blank")
    await sendRequests(origin, 1_950)
    await page.goto(origin)
    await keyboard.see("Watch live TV")
    await sendRequests(origin, 50)
    await page.getByRole("heading", { name: "Requests (2000)" }).waitFor()
    const rows = page.locator(".row")
    const inView = Math.ceil((await page.getByRole("listbox").evaluate(({ clientHeight }) => clientHeight)) / 24)
    expect(await rows.count()).toBe(inView + 4)
    // One lane, in which four marks at most are drawn of each stack.
    expect(await page.locator(".mark").count()).toBeLessThanOrEqual(4 * 84)
    await keyboard.tabTo("Requests, newest first")
    await keyboard.press("End")
    await page.locator('[aria-posinset="2000"][aria-selected="true"]').waitFor()
    expect(await rows.count()).toBe(inView + 4)
    await takeScreenshot(page, "2000-requests")
    expect(await accessibilityFindings(page)).toEqual([])
  })

  it("fits a window of 1360 by 900 without scrolling", async () => {
    const { page } = playground
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll(".panel, iframe, header button, .settings *, svg")]
        .filter((element) => {
          const { right, bottom, width } = element.getBoundingClientRect()
          return width > 0 && (right > innerWidth + 1 || bottom > innerHeight + 1)
        })
        .map(({ className, tagName }) => `${tagName} ${String(className)}`)
    )
    expect(outside).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900)
  })

  it("becomes one column where the window is narrow, as at 200 % zoom", async () => {
    const { page } = playground
    await page.setViewportSize({ width: 680, height: 450 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(680)
    await takeScreenshot(page, "narrow")
    expect(await accessibilityFindings(page)).toEqual([])
    await page.setViewportSize({ width: 1360, height: 900 })
  })
})

/** Elements with text that lies outside of the window, or is cut. */
const cutElements = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(() =>
    [...document.querySelectorAll("h1, p, button, input, .qr, li")]
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline"
        return isCut || left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1
      })
      .map(({ textContent }) => String(textContent))
  )

describe.skipIf(isWithoutChromium)("a device with a screen of its own", () => {
  let origin = ""
  // The page of the other tests would go on drawing.
  beforeAll(() => playground.page.goto("about:blank"))
  beforeEach(async () => {
    // No viewer has signed in there yet.
    origin = await playground.serveAnother()
  })

  it.each([
    [1280, 720],
    [1920, 1080]
  ])("shows the television at %d by %d, with nothing cut", async (width, height) => {
    const page = await playground.browser.newPage({ viewport: { width, height } })
    page.setDefaultTimeout(60_000)
    await page.goto(`${origin}/tv`)
    const look = async (name: string) => {
      await takeScreenshot(page, `tv-${width}-${name}`)
      expect(await cutElements(page)).toEqual([])
      expect(await accessibilityFindings(page)).toEqual([])
    }
    await page.getByRole("heading", { name: "Watch live TV" }).waitFor()
    await look("home")
    await page.keyboard.press("Enter")
    await page.locator("p.code").waitFor()
    await look("code")
    await page.keyboard.press("Escape")
    await page.getByRole("heading", { name: "Watch live TV" }).waitFor()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Optimum" }).waitFor()
    await look("providers")
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "On this television" }).waitFor()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await page.frameLocator("iframe").getByLabel("User name").fill("jane")
    await look("login")
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Late night" }).waitFor()
    await look("catalogue")
    await page.close()
  })

  it("shows the phone at 390 by 844, with nothing cut", async () => {
    const page = await playground.browser.newPage({ viewport: { width: 390, height: 844 } })
    page.setDefaultTimeout(60_000)
    await page.goto(`${origin}/phone?code=WRONG12`)
    await page.getByRole("button", { name: "Continue" }).press("Enter")
    await page.getByRole("alert").getByText("wrong or has expired").waitFor()
    await takeScreenshot(page, "phone-wrong-code")
    expect(await cutElements(page)).toEqual([])
    expect(await accessibilityFindings(page)).toEqual([])
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.type("A")
    await page.getByText("wrong or has expired").waitFor({ state: "detached" })
    await page.close()
  })
})
