import { createSimulatorCore } from "@tve-pass/testing/simulator"
import { build } from "esbuild"
import { fileURLToPath } from "node:url"
import { softwareStatement } from "./software-statement.ts"
import type { BrowserContext } from "playwright-core"

/** Bundles a page as an application would. */
export const bundlePage = async (name: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url))],
    bundle: true,
    format: "iife",
    platform: "browser",
    conditions: ["browser", "import"],
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true" },
    write: false
  })
  // Nothing in the bundle may end the script element early.
  const script = outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? ""
  return `<!doctype html><title>${name}</title><div id="root"></div><script>${script}</script>`
}

/** Serves a page and a simulator on one origin, without a server: every request of the context is answered here. */
export const serve = async (context: BrowserContext, page: string) => {
  const simulator = createSimulatorCore({ throttle: false, applications: [{ softwareStatement }] })
  await context.route("**/*", async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (url.pathname === "/application") return route.fulfill({ contentType: "text/html", body: page })
    const method = request.method()
    const response = await simulator.fetch(
      new Request(url, {
        method,
        headers: await request.allHeaders(),
        ...(method === "POST" && { body: request.postData() })
      })
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer())
    })
  })
  const open = async () => {
    const tab = await context.newPage()
    await tab.goto(`${simulator.origin}/application`)
    return tab
  }
  return { simulator, open }
}
