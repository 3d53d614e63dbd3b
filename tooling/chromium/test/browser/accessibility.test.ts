import type { Page } from "playwright-core"
import { expect, it } from "vitest"
import { createAccessibilityCheck } from "../../src/accessibility.ts"
import { useChromium } from "../../src/chromium.ts"

const openPage = useChromium()

const show = (page: Page, content: string, css = "") =>
  page.setContent(
    `<!doctype html><html lang="en"><title>Test</title><style>${css}</style><main><h1>Test</h1>${content}</main></html>`
  )

it("finds what axe finds, each time that it is shown", async () => {
  const page = await openPage()
  const findings = createAccessibilityCheck()
  await show(page, "<p>Words</p>")
  expect(await findings(page)).toEqual([])
  await show(page, "<p>Words</p><button></button>")
  for (const _time of ["first", "second"])
    expect(await findings(page)).toEqual(["button-name (critical): <button></button>"])
})

it("finds low contrast of each kind of element, in each color scheme", async () => {
  const page = await openPage({ colorScheme: "light" })
  const findings = createAccessibilityCheck()
  const css = ".note { color: #888 } @media (prefers-color-scheme: dark) { b { color: #ddd } }"
  await show(page, "<p>Words</p><p><b>Bold</b></p>", css)
  expect(await findings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: "dark" })
  expect(await findings(page)).toEqual(["color-contrast (serious): <b>Bold</b>"])
  await page.emulateMedia({ colorScheme: "light" })
  await show(page, '<p>Words</p><p class="note">More</p><p class="note">Most</p>', css)
  expect(await findings(page)).toEqual(['color-contrast (serious): <p class="note">More</p>'])
  await show(page, '<p>Words</p><p style="color: #999">Inline</p>', css)
  expect(await findings(page)).toEqual(['color-contrast (serious): <p style="color: #999">Inline</p>'])
})

it("finds what depends on how often an element occurs, and on the frame", async () => {
  const page = await openPage()
  const findings = createAccessibilityCheck()
  await show(page, '<label for="a">Name</label><input id="a">')
  expect(await findings(page)).toEqual([])
  await show(
    page,
    '<iframe title="Frame" srcdoc="<title>Frame</title><main><h1>Frame</h1><img src=x></main>"></iframe>'
  )
  const frame = page.frameLocator("iframe")
  await frame.getByRole("heading").waitFor()
  expect(await findings(page)).toEqual([expect.stringContaining("html-has-lang"), expect.stringContaining("image-alt")])
})
