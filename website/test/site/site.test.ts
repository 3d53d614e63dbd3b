import { useChromium } from "@tve-pass/chromium"
import { createAccessibilityCheck } from "@tve-pass/chromium/accessibility"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { LinkChecker } from "linkinator"
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

  it.each(["dcr", "rest-v2", "reset-temp-pass", "esm", "proxy-mvpd"])(
    "shows %s in the version of its document",
    (name) => {
      // Boundary: a document of this repository.
      const { info } = JSON.parse(readFileSync(join(folder, `specs/${name}.json`), "utf8")) as {
        readonly info: { readonly version: string }
      }
      const shown = /"info":\{[^{}]*"version":"([^"]*)"/.exec(
        readFileSync(join(folder, `specs/${name}/index.html`), "utf8")
      )
      expect(shown?.[1]).toBe(info.version)
    }
  )

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

/** The pages that a browser opens: each kind of page once. */
const opened = ["", "docs/viewer-flows", "docs/protocol/throttling", "specs/", "specs/rest-v2/"]

describe("the site in Chromium", () => {
  const openPage = useChromium()
  const accessibilityFindings = createAccessibilityCheck()

  describe.each(opened)("/%s", (path) => {
    it.each(["light", "dark"] as const)(
      "is accessible and fits a wide and a narrow window: %s",
      async (colorScheme) => {
        const page = await openPage({ colorScheme, reducedMotion: "reduce" })
        const errors: Array<string> = []
        page.on("pageerror", ({ message }) => errors.push(message))
        for (const viewport of [
          { width: 1360, height: 900 },
          { width: 390, height: 844 }
        ]) {
          await page.setViewportSize(viewport)
          if (page.url() === "about:blank") await page.goto(site + path, { waitUntil: "networkidle" })
          expect(await accessibilityFindings(page)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        }
        expect(errors).toEqual([])
        await page.context().close()
      }
    )
  })

  it("finds a guide by search", async () => {
    const page = await openPage()
    await page.goto(`${site}docs/`)
    await page.getByRole("button", { name: "Search" }).click()
    await page.getByRole("searchbox").fill("media token")
    await page.getByRole("option").first().waitFor()
    await page.keyboard.press("Enter")
    await page.waitForURL(/#/)
    expect(await page.locator("main").innerText()).toMatch(/media token/i)
    await page.context().close()
  })

  it("changes between light and dark, and keeps the choice", async () => {
    const page = await openPage({ colorScheme: "light" })
    await page.goto(site)
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await page.getByRole("switch").first().click()
    await page.waitForFunction(() => document.documentElement.classList.contains("dark"))
    expect(await background()).not.toBe(light)
    await page.reload()
    expect(await page.evaluate(() => document.documentElement.classList.contains("dark"))).toBe(true)
    await page.context().close()
  })
})
