import { useChromium } from "@tve-pass/chromium"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type axe from "axe-core"
import { expect, it, onTestFinished } from "vitest"
import { mvpdLoginPage } from "../../src/mvpd-login-page/mvpd-login-page.ts"
import { startSimulatorServer } from "../../src/server/index.ts"
import type { LoginPageContext, LoginSession } from "../../src/simulator/login/login-page.ts"
import { loginContext } from "./login-context.ts"

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const openPage = useChromium()

/** The MVPD on one origin, the application that waits for the viewer on another. */
const serveLogin = async (overrides: Partial<LoginSession> = {}, context: Partial<LoginPageContext> = {}) => {
  const application = await startSimulatorServer({
    simulator: {
      handle: async () =>
        new Response("<title>Welcome back</title>", { headers: { "content-type": "text/html;charset=utf-8" } })
    }
  })
  const login = loginContext({ redirectUrl: `${application.origin}/done`, ...overrides }, context)
  const mvpd = await startSimulatorServer({
    simulator: {
      handle: async (request) =>
        (await mvpdLoginPage(request, { ...login.context, origin: new URL(request.url).origin })) ??
        new Response(null, { status: 404 })
    }
  })
  onTestFinished(application.close)
  onTestFinished(mvpd.close)
  return { ...login, application, url: `${mvpd.origin}/adobe-services/authenticate/saml?code=8ER640M` }
}

it("is operated by keyboard alone, in the order of reading", async () => {
  const { application, events, url } = await serveLogin()
  const page = await openPage({ javaScriptEnabled: false })
  await page.goto(url)
  const focused = page.locator(":focus")
  await page.keyboard.press("Tab")
  expect(await focused.getAttribute("name")).toBe("userName")
  await page.keyboard.press("Tab")
  expect(await focused.innerText()).toBe("Sign in")
  await page.keyboard.press("Tab")
  expect(await focused.innerText()).toBe("Decline")
  await page.keyboard.press("Shift+Tab")
  await page.keyboard.press("Shift+Tab")
  await page.keyboard.type("joe")
  await page.keyboard.press("Enter")
  await page.waitForURL(`${application.origin}/done`)
  expect(events).toEqual(["signed in joe"])
})

it("declines, also with an empty user name", async () => {
  const { application, events, url } = await serveLogin()
  const page = await openPage({ javaScriptEnabled: false })
  await page.goto(url)
  await page.getByLabel("User name").fill("")
  await page.getByRole("button", { name: "Decline" }).click()
  await page.waitForURL(`${application.origin}/done`)
  expect(await page.title()).toBe("Welcome back")
  expect(events).toEqual(["declined"])
})

it("asks again after an unknown user name and lets the viewer correct it", async () => {
  const { application, events, url } = await serveLogin()
  const page = await openPage({ javaScriptEnabled: false })
  await page.goto(url)
  await page.getByLabel("User name").fill("nobody")
  await page.getByRole("button", { name: "Sign in" }).click()
  expect(await page.getByRole("alert").innerText()).toBe("There is no viewer “nobody”.")
  await page.getByLabel("User name").fill("jane")
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(`${application.origin}/done`)
  expect(events).toEqual(["signed in jane"])
})

it.for([
  ["the form", {}, {}, ""],
  ["the form after an unknown user name", {}, {}, "nobody"],
  ["the form of an MVPD without named viewers", {}, { viewers: () => [] }, ""],
  ["the way back", { state: "signedIn" }, {}, ""],
  ["a problem", { state: "expired" }, {}, ""]
] as const)("has no accessibility violation: %s", async ([, session, context, userName]) => {
  const { url } = await serveLogin(session, context)
  const page = await openPage()
  await page.goto(url)
  if (userName !== "") {
    await page.getByLabel("User name").fill(userName)
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.getByRole("alert").waitFor()
  }
  // Contrast depends on the stylesheet having arrived.
  expect(await page.locator("main").evaluate((main) => getComputedStyle(main).backgroundColor)).toBe(
    "rgb(255, 255, 255)"
  )
  await page.evaluate(axeSource)
  const { passes, violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([])
  expect(passes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["color-contrast", "document-title", "html-has-lang"])
  )
})

it("runs no script that a session smuggles in", async () => {
  const attack = `"><script>document.title='taken'</script><img src=x onerror="document.title='taken'">`
  const { url } = await serveLogin({ mvpd: { id: attack, displayName: attack, logoUrl: attack } })
  const page = await openPage()
  await page.goto(url)
  expect(await page.title()).toBe(`Sign in to ${attack}`)
  expect(await page.locator("script, img").count()).toBe(0)
})
