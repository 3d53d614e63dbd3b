import { useChromium } from "@tve-pass/chromium"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, inject, onTestFinished, test } from "vitest"
import { bundleInto } from "../../src/bundle-file.ts"
import { compile } from "../../src/compile.ts"
import { placeConsumer } from "../../src/consumer.ts"
import { startPackedSimulator, type PackedSimulator } from "../../src/packed-simulator.ts"
import { servePages } from "../../src/page-server.ts"
import { successful } from "../../src/run.ts"
import { runAsStranger } from "../../src/stranger.ts"
import { toolScript } from "../../src/tool.ts"

/** What the script of the page offers. */
interface Application {
  readonly start: (options: { readonly origin: string; readonly softwareStatement: string }) => {
    readonly mvpd: () => Promise<string | undefined>
    readonly code: () => Promise<{ readonly code: string; readonly url: string }>
  }
}

const installation = inject("installed").installations.withoutMsw
const openPage = useChromium()

/** A simulator, and the pages of a folder on another origin. */
const serve = async (folder: string) => {
  const simulator = await startPackedSimulator(installation)
  onTestFinished(simulator.close)
  const pages = await servePages(folder)
  onTestFinished(pages.close)
  return { simulator, pages }
}

const query = ({ origin, softwareStatement }: PackedSimulator): string =>
  `?${new URLSearchParams({ origin, statement: softwareStatement }).toString()}`

const displayNames = [
  "Optimum",
  "Spectrum",
  "DISH",
  "Adobe Shibboleth",
  "Adobe Pass SMI",
  "Adobe Temp Pass Test 3 min",
  "Promotional Temp Pass"
]

test("a production build of Vite shows what it fetched, and registers once for two visits", async () => {
  const folder = placeConsumer("vite", installation)
  expect(await compile({ folder, resolution: "bundler" })).toEqual({ exitCode: 0, output: "" })
  const vite = toolScript("vite", "bin/vite.js")
  successful(await runAsStranger(folder, process.execPath, vite, "build", "--logLevel=warn"))
  const { simulator, pages } = await serve(join(folder, "dist"))
  const page = await openPage()
  await page.goto(`${pages.origin}/${query(simulator)}`)
  await page.getByText("ready").waitFor()
  expect(await page.locator("li").allInnerTexts()).toEqual(displayNames)
  expect(simulator.takeCalls()).toEqual(["registerClient", "retrieveAccessToken", "retrieveConfiguration"])
  await page.reload()
  await page.getByText("ready").waitFor()
  expect(await page.locator("li").allInnerTexts()).toEqual(displayNames)
  expect(simulator.takeCalls()).toEqual(["retrieveConfiguration"])
  expect(simulator.violations()).toEqual([])
})

test("a script bundled by esbuild signs the viewer in, who still is in a new tab", async () => {
  const folder = placeConsumer("browser-script", installation)
  await bundleInto({ folder, entry: "main.js", outfile: "script.js" })
  writeFileSync(join(folder, "index.html"), `<!doctype html><title>Page</title><script src="/script.js"></script>`)
  const { simulator, pages } = await serve(folder)
  const { origin, softwareStatement } = simulator
  const page = await openPage()
  await page.goto(pages.origin)
  const first = await page.evaluate(
    async (options) => {
      // Boundary: the exports of the page's script.
      const app = (globalThis as unknown as { readonly application: Application }).application.start(options)
      return { mvpd: await app.mvpd(), ...(await app.code()) }
    },
    { origin, softwareStatement }
  )
  expect(first).toEqual({
    mvpd: undefined,
    code: expect.stringMatching(/^[\dA-Z]{7}$/),
    url: `${origin}/api/v2/authenticate/REF30/${first.code}`
  })
  expect(simulator.takeCalls()).toEqual([
    "registerClient",
    "retrieveAccessToken",
    "retrieveProfiles",
    "createAuthenticationSession"
  ])
  simulator.signIn(first.code)
  const tab = await page.context().newPage()
  await tab.goto(pages.origin)
  const second = await tab.evaluate(
    (options) => (globalThis as unknown as { readonly application: Application }).application.start(options).mvpd(),
    { origin, softwareStatement }
  )
  expect(second).toBe("Cablevision")
  expect(simulator.takeCalls()).toEqual(["retrieveProfiles"])
  expect(simulator.violations()).toEqual([])
})

test("a service worker answers its page, and two instances of it register once", async () => {
  const folder = placeConsumer("service-worker", installation)
  await bundleInto({ folder, entry: "service-worker.js", outfile: "worker.js" })
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Page</title>")
  const { simulator, pages } = await serve(folder)
  const page = await openPage()
  await page.goto(pages.origin)
  const script = `/worker.js${query(simulator)}`
  const ids = await page.evaluate(async (url) => {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve))
    await navigator.serviceWorker.register(url)
    await controlled
    return (await fetch("/mvpds")).json()
  }, script)
  expect(ids).toContain("Cablevision")
  expect(simulator.takeCalls()).toEqual(["registerClient", "retrieveAccessToken", "retrieveConfiguration"])
  // Another address makes another instance, which finds the cache of the first.
  const again = await page.evaluate(async (url) => {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve))
    await navigator.serviceWorker.register(`${url}&instance=2`)
    await controlled
    return (await fetch("/mvpds")).json()
  }, script)
  expect(again).toEqual(ids)
  expect(simulator.takeCalls()).toEqual(["retrieveConfiguration"])
  expect(simulator.violations()).toEqual([])
})
