import { useChromium } from "@tve-pass/chromium"
import { expect, it, onTestFinished } from "vitest"
import { servePage } from "../chromium/serve-page.ts"
import type * as mocks from "./examples/mocks.ts"

const openPage = useChromium()

it("responds to the calls of a page", async () => {
  const server = await servePage(new URL("examples/mocks.ts", import.meta.url))
  onTestFinished(server.close)
  const page = await openPage()
  await page.goto(server.origin)
  const status = await page.evaluate(async () => {
    // Boundary: the exports of the page's script.
    const { page: script } = globalThis as unknown as { readonly page: typeof mocks }
    await script.started
    const response = await fetch("https://sp.auth.adobe.com/o/client/token", { method: "POST" })
    return [response.status, await response.json()]
  })
  expect(status).toEqual([400, { error: "invalid_request" }])
})
