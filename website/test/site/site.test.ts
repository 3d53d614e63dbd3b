import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type axe from "axe-core"
import { LinkChecker } from "linkinator"
import { chromium, type Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { addressOf, pages } from "../../.vitepress/pages.ts"
import { buildSite } from "../../src/build-site.ts"
import { serveFolder } from "../../src/serve-folder.ts"

const base = "/tve-pass/"
const folder = mkdtempSync(join(tmpdir(), "tve-pass-site-"))
let site = ""

beforeAll(async () => {
  // As `pnpm site` builds it: Vue is another one in tests.
  vi.stubEnv("NODE_ENV", "production")
  await buildSite(() => undefined, { folder, base })
  vi.unstubAllEnvs()
  site = `${await serveFolder(folder, { base })}${base}`
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the built site", () => {
  it.each(pages)("has %s", (page) => {
    const address = addressOf(page)
    expect(existsSync(join(folder, address.endsWith("/") ? `${address}index.html` : `${address}.html`))).toBe(true)
  })

  it("has no link that leads nowhere", { timeout: 300_000 }, async () => {
    const { links } = await new LinkChecker().check({
      path: site,
      recurse: true,
      checkFragments: true,
      // Other sites are left alone. Redoc makes the links of its navigation work in the browser only.
      linksToSkip: async (link) => !link.startsWith(site) && !/^http:\/\/127\.0\.0\.1:\d+\/tve-pass$/.test(link)
    })
    expect(links.length).toBeGreaterThan(pages.length)
    expect(
      links.filter(({ state }) => state === "BROKEN").map(({ url, parent }) => `${url} on ${parent ?? ""}`)
    ).toEqual([])
  })
})

const executablePath = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path)
)
if (executablePath === undefined && process.env["CI"] !== "true")
  console.warn("NOTICE: the site is not opened, because no Chromium is installed. Set CHROMIUM_PATH to one.")

describe.skipIf(executablePath === undefined && process.env["CI"] !== "true")("the site in Chromium", () => {
  const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
    })
  })
  afterAll(() => browser?.close())

  const screens = [
    { colorScheme: "light", viewport: { width: 1360, height: 900 } },
    { colorScheme: "dark", viewport: { width: 1360, height: 900 } },
    { colorScheme: "light", viewport: { width: 390, height: 844 } },
    { colorScheme: "dark", viewport: { width: 390, height: 844 } }
  ] as const

  describe.each(["", "docs/viewer-flows", "docs/protocol/throttling", "specs/", "specs/rest-v2/"])("/%s", (path) => {
    it.each(screens)("is accessible and fits: $colorScheme, $viewport.width", async (screen) => {
      const page = await browser.newPage(screen)
      const errors: Array<string> = []
      page.on("pageerror", ({ message }) => errors.push(message))
      await page.goto(site + path, { waitUntil: "networkidle" })
      await page.evaluate(axeSource)
      const { passes, violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
      const found = violations.filter(({ impact }) => impact !== "minor")
      expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`)).toEqual(
        []
      )
      expect(passes.length).toBeGreaterThan(10)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(errors).toEqual([])
      await page.close()
    })
  })

  it("finds a guide by search", async () => {
    const page = await browser.newPage()
    await page.goto(`${site}docs/`)
    await page.getByRole("button", { name: "Search" }).click()
    await page.getByRole("searchbox").fill("media token")
    await page.getByRole("option").first().waitFor()
    await page.keyboard.press("Enter")
    await page.waitForURL(/#/)
    expect(await page.locator("main").innerText()).toMatch(/media token/i)
    await page.close()
  })

  it("changes between light and dark, and keeps the choice", async () => {
    const page = await browser.newPage({ colorScheme: "light" })
    await page.goto(site)
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await page.getByRole("switch").first().click()
    await page.waitForFunction(() => document.documentElement.classList.contains("dark"))
    expect(await background()).not.toBe(light)
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.classList.contains("dark"))).toBe(true)
    await page.close()
  })
})
