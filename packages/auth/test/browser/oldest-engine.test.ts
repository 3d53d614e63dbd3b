import { exampleSoftwareStatement } from "@tve-pass/testing"
import { build } from "esbuild"
import type { Browser } from "playwright-core"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { createRestV2Client } from "@tve-pass/client/rest-v2"
import type { createAdobePass } from "../../src/promise/index.ts"
import { useWatchedServer } from "../processes/watched-server.ts"
import { isWithoutChromium, launchChromium } from "./chromium.ts"

/** What the script of the page offers. */
interface PageGlobals {
  readonly application: {
    readonly createAdobePass: typeof createAdobePass
    readonly createRestV2Client: typeof createRestV2Client
  }
}

/** What engines have learned since Chromium 71, 2018, of which a TV may have nothing. */
const laterApis: Readonly<Record<string, ReadonlyArray<string>>> = {
  "Array.prototype": ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"],
  AbortSignal: ["abort", "any", "timeout"],
  "AbortSignal.prototype": ["reason", "throwIfAborted"],
  "Blob.prototype": ["arrayBuffer", "stream", "text"],
  globalThis: ["AggregateError", "FinalizationRegistry", "WeakRef", "crypto", "queueMicrotask", "structuredClone"],
  Map: ["groupBy"],
  "Navigator.prototype": ["locks"],
  Object: ["fromEntries", "groupBy", "hasOwn"],
  Promise: ["allSettled", "any", "try", "withResolvers"],
  Response: ["json"],
  "String.prototype": ["at", "isWellFormed", "matchAll", "replaceAll", "toWellFormed"]
}

const buildPage = async (): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { createAdobePass } from "./src/promise/index.ts"
        export { createRestV2Client } from "@tve-pass/client/rest-v2"
      `,
      resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
      loader: "ts"
    },
    bundle: true,
    format: "iife",
    globalName: "application",
    platform: "browser",
    target: "chrome71",
    write: false
  })
  const script = outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? ""
  return `<!doctype html><title>television</title><script>${script}</script>`
}

const server = useWatchedServer(await buildPage())

describe.skipIf(isWithoutChromium)("in an engine of 2018", { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  }, 60_000)
  afterAll(() => browser.close())

  it("an application registers, calls, and replaces a token that is refused", async () => {
    const page = await browser.newPage()
    await page.addInitScript(forget, laterApis)
    await page.goto(`${server.origin()}/tab`)
    expect(await page.evaluate(remaining, laterApis)).toEqual([])

    expect(await page.evaluate(callTwice, exampleSoftwareStatement)).toEqual([200, 200])
    server.simulator().revokeTokens()
    expect(await page.evaluate(callTwice, exampleSoftwareStatement)).toEqual([200, 200])

    const { journal } = server.simulator()
    expect(journal.calls("registerClient")).toHaveLength(1)
    expect(journal.calls("retrieveAccessToken")).toHaveLength(2)
    expect(journal.calls("retrieveConfiguration").map(({ status }) => status)).toEqual([200, 401, 200])
  })
})

// The functions below run in the page, and may use nothing from around them.

function forget(apis: typeof laterApis): void {
  for (const [path, names] of Object.entries(apis)) {
    const holder = path.split(".").reduce<object>((inner, name) => Reflect.get(inner, name), globalThis)
    for (const name of names) if (!Reflect.deleteProperty(holder, name)) Reflect.set(holder, name, undefined)
  }
}

function remaining(apis: typeof laterApis): ReadonlyArray<string> {
  return Object.entries(apis).flatMap(([path, names]) => {
    const holder = path.split(".").reduce<object>((inner, name) => Reflect.get(inner, name), globalThis)
    return names.filter((name) => name in holder)
  })
}

async function callTwice(softwareStatement: string): Promise<ReadonlyArray<number>> {
  // Boundary: the global of the page's script.
  const { application } = globalThis as unknown as PageGlobals
  const pass = application.createAdobePass({
    origin: location.origin,
    softwareStatement,
    device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
    storage: localStorage
  })
  const restV2 = application.createRestV2Client(pass)
  const params = { path: { serviceProvider: "REF30" } }
  const configuration = await restV2.GET("/api/v2/{serviceProvider}/configuration", { params })
  const session = await restV2.POST("/api/v2/{serviceProvider}/sessions", { params, body: {} })
  return [configuration.response.status, session.response.status]
}
