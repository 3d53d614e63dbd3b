import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { build } from "esbuild"
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest"
import { placeConsumer } from "../src/consumer.ts"
import { startPackedSimulator, type PackedSimulator } from "../src/packed-simulator.ts"
import { successful } from "../src/run.ts"
import { installRuntimes, runtimeBinary, runtimeModule } from "../src/runtimes.ts"
import { runAsStranger } from "../src/stranger.ts"

const { everything } = inject("installed").installations
const folder = placeConsumer("runtimes", everything)
const missing = installRuntimes()
if (missing !== undefined) console.warn(`NOTICE: no other runtime is tested, since they were not installed: ${missing}`)

// One for each test: its throttle would count the requests of the test before.
let simulator: PackedSimulator
beforeEach(async () => {
  simulator = await startPackedSimulator(everything)
})
afterEach(() => simulator.close())

/** Two starts on one storage: register 1, token 1, and then 0 and 0. */
const expectTwoStarts = (result: unknown): void => {
  expect(result).toEqual(["REF30", "REF30"])
  expect(simulator.takeCalls()).toEqual([
    "registerClient",
    "retrieveAccessToken",
    "retrieveConfiguration",
    "retrieveConfiguration"
  ])
  expect(simulator.violations()).toEqual([])
}

/** What a command prints that gets the simulator's origin and a statement as its last arguments, or before `more`. */
const printed = async (command: string, before: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => {
  const { origin, softwareStatement } = simulator
  return JSON.parse(successful(await runAsStranger(folder, command, ...before, origin, softwareStatement, ...more)))
}

test("Node runs the application that the other runtimes run", async () => {
  expectTwoStarts(await printed(process.execPath, ["main.js"]))
})

describe.skipIf(missing !== undefined)("the packed packages", () => {
  const bun = runtimeBinary("bun-package", "@oven", "bin/bun")
  const deno = runtimeBinary("deno-package", "@deno", "deno")

  test.skipIf(bun === undefined)("run on Bun", async () => {
    expectTwoStarts(await printed(bun ?? "", ["main.js"]))
  })

  test.skipIf(deno === undefined)("run on Deno", async () => {
    const permissions = ["--allow-net", "--allow-read", "--allow-env", "--node-modules-dir=manual", "--no-lock"]
    expectTwoStarts(await printed(deno ?? "", ["run", ...permissions, "main.js"]))
  })

  test("run on workerd, bundled as for an edge worker", async () => {
    const { outputFiles } = await build({
      entryPoints: [join(folder, "worker.js")],
      absWorkingDir: folder,
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      conditions: ["workerd", "worker"],
      target: "es2022"
    })
    // Boundary: miniflare of the project beside, of which nothing but this is used.
    const { Miniflare } = (await import(pathToFileURL(runtimeModule("miniflare")).href)) as {
      readonly Miniflare: new (options: object) => {
        readonly dispatchFetch: (url: string) => Promise<Response>
        readonly dispose: () => Promise<void>
      }
    }
    const { origin, softwareStatement } = simulator
    const worker = new Miniflare({
      modules: true,
      script: outputFiles[0]?.text,
      compatibilityDate: "2026-06-01",
      bindings: { origin, softwareStatement }
    })
    try {
      expectTwoStarts(await (await worker.dispatchFetch("http://worker.example/")).json())
    } finally {
      await worker.dispose()
    }
  })

  test("run with the globals of jsdom", async () => {
    expectTwoStarts(await printed(process.execPath, ["with-jsdom.js"], runtimeModule("jsdom")))
  })

  test("run with the globals of happy-dom, its fetch among them", async () => {
    expectTwoStarts(await printed(process.execPath, ["with-happy-dom.js"], runtimeModule("happy-dom")))
  })

  test.each(["undici", "node-fetch"])("run with the fetch of %s from npm", async (name) => {
    expectTwoStarts(await printed(process.execPath, ["with-fetch.js"], runtimeModule(name)))
  })

  describe("in Jest", () => {
    const jest = async (name: string, options: object, ...nodeOptions: ReadonlyArray<string>) => {
      const { origin, softwareStatement } = simulator
      const config = join(folder, `${name}.json`)
      const common = { rootDir: folder, testMatch: ["<rootDir>/jest.test.js"], testEnvironment: "node" }
      writeFileSync(config, JSON.stringify({ ...common, globals: { origin, softwareStatement }, ...options }))
      const args = [runtimeModule("jest", "bin/jest.js"), "--config", config, "--no-cache", "--runInBand"]
      return runAsStranger(folder, process.execPath, ...nodeOptions, ...args)
    }

    test("run as ES modules", async () => {
      const options = { transform: {} }
      successful(await jest("modules", options, "--experimental-vm-modules"))
      expectTwoStarts(["REF30", "REF30"])
    })

    test("run as CommonJS, which babel makes of them", async () => {
      const preset = [runtimeModule("@babel/preset-env"), { targets: { node: "current" } }]
      const options = { transform: { "\\.js$": ["babel-jest", { presets: [preset] }] }, transformIgnorePatterns: [] }
      successful(await jest("commonjs", options))
      expectTwoStarts(["REF30", "REF30"])
    })
  })

  // The second bundle takes from the first what Metro has transformed.
  test.each([
    ["with package exports", "exports"],
    ["without package exports, with the resolver of docs/runtimes.md", "none"]
  ])("run in a bundle of Metro %s", async (_name, packageExports) => {
    expectTwoStarts(await printed(process.execPath, ["with-metro.cjs"], runtimeModule("metro"), packageExports))
  })

  test("are described as run in docs/runtimes.md with the versions that were", () => {
    const page = readFileSync(new URL("../../../docs/runtimes.md", import.meta.url), "utf8")
    // Boundary: a manifest of this repository.
    const { dependencies } = JSON.parse(readFileSync(new URL("../runtimes/package.json", import.meta.url), "utf8")) as {
      readonly dependencies: Readonly<Record<string, string>>
    }
    const versions = Object.entries(dependencies).flatMap(([name, range]) =>
      name.startsWith("@babel/") ? [] : [`${name.replace("-package", "")} ${range.replace(/^.*@/, "")}`]
    )
    expect(versions.filter((version) => !page.includes(version))).toEqual([])
  })
})
