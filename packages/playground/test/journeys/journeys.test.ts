import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isWithoutChromium } from "../support/chromium.ts"
import { createKeyboard, type Keyboard } from "./keyboard.ts"
import { axeFindings, openPlayground, takeScreenshot, type OpenPlayground } from "./playground-page.ts"

/** What a person does in a scenario, by keys only. */
type Journey = (keyboard: Keyboard) => Promise<void>

/** Enters the television's code on the phone, selects Optimum there if `selects`, and signs in. */
const signInOnPhone = async (
  { television, phone, press, tabTo, type }: Keyboard,
  { selects }: { readonly selects: boolean }
) => {
  const code = (await television.locator("p.code").textContent()) ?? ""
  await tabTo("Code on your television")
  await type(code)
  await press("Enter")
  if (selects) {
    await phone.getByRole("heading", { name: "Select your TV provider" }).waitFor()
    await tabTo("Optimum")
    await press("Enter")
  }
  await phone.getByLabel("User name").waitFor()
  await tabTo("User name")
  await type("jane")
  await press("Enter")
  await phone.getByRole("heading", { name: "All done here" }).waitFor()
}

/** From the phone back to the television. */
const backToTelevision = ({ tabTo, press }: Keyboard) =>
  tabTo("To the television", "backwards").then(() => press("Enter"))

const playsAtOnce: Journey = async ({ choose, see }) => {
  await choose("Live channel")
  await see("Playing: REF30")
}

const journeys: Readonly<Record<string, Journey>> = {
  "first-launch": async ({ television, choose, see, tabTo, type, press }) => {
    await choose("Select TV provider")
    await choose("Optimum")
    await choose("On this television")
    await television.frameLocator("iframe").getByLabel("User name").waitFor()
    await tabTo("User name")
    await type("jane")
    await press("Enter")
    await choose("Live channel")
    await see("Playing: REF30")
  },
  "returning-viewer": playsAtOnce,
  "second-screen": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
    await backToTelevision(keyboard)
    await playsAtOnce(keyboard)
  },
  "several-profiles": async ({ choose, see }) => {
    await choose("Spectrum")
    await see("Spectrum · regular")
  },
  "already-signed-in": playsAtOnce,
  "temp-pass-offered": async ({ choose, see }) => {
    await choose("Free preview, 3 minutes")
    await see("Preview: REF30 with TempPass_TEST40")
  },
  "unknown-session-action": async ({ choose, see }) => {
    await choose("Sign in with your phone")
    await see("Please update this application.")
  },
  "declined-sign-in": async ({ choose, see, press }) => {
    await choose("Select TV provider")
    await choose("Optimum")
    await choose("On your phone")
    await see(/asked [2-9] times/)
    await press("Escape")
    await see("Watch live TV")
  },
  "expired-token-mid-flight": playsAtOnce,
  "revoked-client": ({ see }) => see("Watch live TV"),
  "code-expired": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await keyboard.see("The code has expired.")
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
  },
  denied: async ({ choose, see, press }) => {
    await choose("Premium Locked")
    await see('Your subscription package does not include the "Premium" channel')
    await press("Escape")
    await choose("Live channel")
    await see("Playing: REF30")
  },
  "too-many-resources": playsAtOnce,
  undecided: async ({ choose, see }) => {
    await choose("Live channel")
    await see("Your TV provider did not decide.")
  },
  "expired-profile": ({ see }) => see("Watch live TV"),
  "invalidated-profile": ({ see }) => see("Watch live TV"),
  "invalid-integration": async ({ television, choose, see }) => {
    await choose("Select TV provider")
    await see("Spectrum")
    expect(await television.getByRole("button", { name: "Optimum" }).count()).toBe(0)
  },
  "temp-pass-ends": async ({ choose, see }) => {
    await choose("Free preview, 3 minutes")
    await see("The preview has ended. Sign in to watch on.")
    await choose("Free preview, 3 minutes")
    await see("Your preview is used up.")
  },
  "temp-pass-used-up": async ({ choose, see, press }) => {
    await choose("Free preview, 3 minutes")
    await see("Your preview is used up.")
    await press("Escape")
    await choose("Promotional preview")
    await see("Your preview is used up.")
  },
  "degraded-authn-all": async (keyboard) => {
    await keyboard.choose("Select TV provider")
    await keyboard.choose("Optimum")
    await keyboard.choose("On this television")
    await keyboard.see("Optimum · degraded")
    await playsAtOnce(keyboard)
  },
  "degraded-authz-all": async ({ choose, see }) => {
    await choose("Premium")
    await see("Playing: premium")
  },
  "degraded-authz-none": async ({ choose, see }) => {
    await choose("Live channel Locked")
    await see("Back at 8 pm.")
  },
  "sso-by-platform-identity": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision")
    await keyboard.tabTo("App", "backwards")
    await keyboard.press("ArrowDown")
    await keyboard.see("Cablevision · single-sign-on")
  },
  "sso-by-service-token": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision")
    await keyboard.tabTo("TV", "backwards")
    await keyboard.press("ArrowDown")
    await keyboard.see("Cablevision · single-sign-on")
  },
  "sso-by-partner": async ({ choose, see }) => {
    await choose("Use the TV provider of this device")
    await see("partner")
    await choose("Live channel")
    await see("Playing: REF30")
  },
  "partner-fallback": async ({ choose, see }) => {
    await choose("Use the TV provider of this device")
    await see("The TV provider of the system cannot be used")
  },
  "logout-interactive": async ({ choose, see }) => {
    await choose("Sign out")
    await see("Cablevision: its logout page was opened.")
  },
  "logout-by-partner": async ({ choose, see }) => {
    await choose("Use the TV provider of this device")
    await choose("Sign out")
    await see("sign out in Settings > Accounts > TV Provider")
  },
  "logout-complete": async ({ choose, see }) => {
    await choose("Sign out")
    await see("Dish: nothing is left to do.")
  },
  "logout-invalid": ({ see }) => see("Watch live TV"),
  "throttled-household": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
    await backToTelevision(keyboard)
    await playsAtOnce(keyboard)
  }
}

describe.skipIf(isWithoutChromium)("by keys only in Chromium", () => {
  let playground: OpenPlayground
  let keyboard: Keyboard
  beforeAll(async () => {
    playground = await openPlayground()
    keyboard = createKeyboard(playground.page)
    // Simulated time runs ten times as fast, so that a poll takes half a second.
    await keyboard.tabTo("Speed 10 times")
    await keyboard.press("Enter")
  })
  afterAll(() => playground.close())

  it.each(Object.entries(journeys))("%s", async (scenario, journey) => {
    const { page } = playground
    await keyboard.start(scenario)
    await journey(keyboard)
    await takeScreenshot(page, scenario)
    expect(await axeFindings(page)).toEqual([])
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
    expect(await axeFindings(page)).toEqual([])
    await keyboard.press("Escape")
    await keyboard.tabTo("To the television", "backwards")
    await keyboard.press("Enter")
    await keyboard.choose("Live channel")
    await keyboard.see("Your TV provider does not respond.")
    await page.locator(".row.error", { hasText: "503" }).waitFor()
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
    await keyboard.see("Watch live TV")
    for (let batch = 0; batch < 40; batch += 1) {
      await Promise.all(
        Array.from({ length: 50 }, async () => (await fetch(`${origin}/api/v2/REF30/configuration`)).arrayBuffer())
      )
    }
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
    expect(await axeFindings(page)).toEqual([])
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
    expect(await axeFindings(page)).toEqual([])
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
  let playground: OpenPlayground
  beforeAll(async () => {
    playground = await openPlayground()
    await playground.page.goto("about:blank")
  })
  afterAll(() => playground.close())

  it.each([
    [1280, 720],
    [1920, 1080]
  ])("shows the television at %d by %d, with nothing cut", async (width, height) => {
    const page = await playground.browser.newPage({ viewport: { width, height } })
    page.setDefaultTimeout(60_000)
    await page.goto(`${playground.origin}/tv`)
    const look = async (name: string) => {
      await takeScreenshot(page, `tv-${width}-${name}`)
      expect(await cutElements(page)).toEqual([])
      expect(await axeFindings(page)).toEqual([])
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
    await page.goto(`${playground.origin}/phone?code=WRONG12`)
    await page.getByRole("button", { name: "Continue" }).press("Enter")
    await page.getByRole("alert").getByText("wrong or has expired").waitFor()
    await takeScreenshot(page, "phone-wrong-code")
    expect(await cutElements(page)).toEqual([])
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.type("A")
    await page.getByText("wrong or has expired").waitFor({ state: "detached" })
    await page.close()
  })
})
