import { isWithoutChromium, launchChromium } from "@tve-pass/chromium"
import { createAccessibilityCheck } from "@tve-pass/chromium/accessibility"
import { createServer, type Server } from "node:http"
import type { Browser, Page } from "playwright-core"
import sirv from "sirv"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createKeyboard } from "../journeys/keyboard.ts"
import { buildPages } from "../support/built-pages.ts"

const base = "/tve-pass/playground/"

/** Serves files, and nothing else, below a path of a site. */
const serveFiles = async (folder: string, requests: Array<string>): Promise<{ server: Server; origin: string }> => {
  const files = sirv(folder, { extensions: ["html"] })
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split("?")[0]}`)
    const notFound = () => void response.writeHead(404).end()
    if (request.url?.startsWith(base) !== true) return notFound()
    request.url = `/${request.url.slice(base.length)}`
    files(request, response, notFound)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  return { server, origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}` }
}

const home = (page: Page) => page.frameLocator("iframe[title=Television]").getByRole("button", { name: /phone/ })

describe.skipIf(isWithoutChromium)("the static edition in Chromium", { timeout: 120_000 }, () => {
  const requests: Array<string> = []
  let remove: () => void
  let server: Server
  let origin: string
  let browser: Browser

  beforeAll(async () => {
    const pages = await buildPages("src/static-edition/vite.config.ts")
    remove = pages.remove
    ;({ server, origin } = await serveFiles(pages.folder, requests))
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    server?.close()
    remove?.()
  })

  const open = async (): Promise<{ page: Page; errors: Array<string> }> => {
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, reducedMotion: "reduce" })
    const page = await context.newPage()
    const errors: Array<string> = []
    page.on("pageerror", ({ message }) => errors.push(message))
    await page.goto(`${origin}${base}`)
    return { page, errors }
  }

  it("signs in by keys only, login page included, and sends no request of the flow to the file server", async () => {
    const { page, errors } = await open()
    const { television, phone, press, type, tabTo, start, choose, see } = createKeyboard(page)
    await television.getByRole("button", { name: "Sign in with your phone" }).waitFor()
    await start("first-launch")
    await choose("Sign in with your phone")
    const code = (await television.locator("p.code").textContent()) ?? ""
    await tabTo("Code on your television")
    await type(code)
    await press("Enter")
    await phone.getByRole("button", { name: "Optimum" }).waitFor()
    await tabTo("Optimum")
    await press("Enter")
    await phone.getByLabel("User name").waitFor()
    await tabTo("User name")
    await type("jane")
    await press("Enter")
    await phone.getByRole("heading", { name: "All done here" }).waitFor()
    await television.getByRole("button", { name: "Premium" }).waitFor()
    await tabTo("To the television", "backwards")
    await press("Enter")
    await choose("Premium")
    await see("Playing: premium")
    expect(await createAccessibilityCheck()(page)).toEqual([])
    expect(errors).toEqual([])
    expect(requests.filter((request) => /\/(?:o|api|adobe-services|simulated-mvpd)\//.test(request))).toEqual([])
    expect(requests.filter((request) => !request.startsWith(`GET ${base}`))).toEqual([])
    await page.context().close()
  })

  it("works after a reload, and hands over to a newer tab", async () => {
    const { page, errors } = await open()
    await home(page).waitFor()
    await page.reload()
    await home(page).waitFor()
    const newer = await page.context().newPage()
    await newer.goto(`${origin}${base}`)
    await home(newer).waitFor()
    await page.getByText("open in another tab").waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })
})
