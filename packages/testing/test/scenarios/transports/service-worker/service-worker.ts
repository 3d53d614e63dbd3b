import { useChromium } from "@tve-pass/chromium"
import type { Page } from "playwright-core"
import { afterAll } from "vitest"
import type { SimulatorServer } from "../../../../src/server/index.ts"
import type { Transport } from "../transport.ts"
import type * as pageScript from "./page.ts"
import { servePage } from "../../../chromium/serve-page.ts"

type PageScript = typeof pageScript

/** The `fetch` of a page in a real Chromium, intercepted by msw's `setupWorker`. */
export const serviceWorker: Transport = {
  name: "msw setupWorker in Chromium",
  open: () => {
    const openPage = useChromium()
    let server: SimulatorServer | undefined
    let opening: Promise<Page> | undefined
    afterAll(() => server?.close())

    const open = async (): Promise<Page> => {
      server = await servePage(new URL("page.ts", import.meta.url))
      const page = await openPage()
      await page.goto(server.origin)
      return page
    }
    return async (key) => {
      opening ??= open()
      const page = await opening
      return page.evaluate(async (scenario) => {
        // Boundary: the exports of the page's script.
        const { page: script } = globalThis as unknown as { readonly page: PageScript }
        await script.ready
        return script.walkInPage(scenario)
      }, key)
    }
  }
}
