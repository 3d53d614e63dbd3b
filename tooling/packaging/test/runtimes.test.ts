import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { runInNewContext } from "node:vm"
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
      const plugin = runtimeModule("@babel/plugin-transform-modules-commonjs")
      const options = { transform: { "\\.js$": ["babel-jest", { plugins: [plugin] }] }, transformIgnorePatterns: [] }
      successful(await jest("commonjs", options))
      expectTwoStarts(["REF30", "REF30"])
    })
  })

  describe("in a bundle of Metro", () => {
    const metro = async (resolver: object): Promise<unknown> => {
      const require = createRequire(runtimeModule("metro"))
      // Boundary: Metro of the project beside, of which nothing but this is used.
      const { loadConfig, runBuild } = require("metro") as {
        readonly loadConfig: (argv: object, defaults: object) => Promise<object>
        readonly runBuild: (config: object, options: object) => Promise<{ readonly code: string }>
      }
      const defaults = {
        projectRoot: folder,
        watchFolders: [everything.folder],
        reporter: { update: () => undefined },
        resolver,
        transformer: { getTransformOptions: async () => ({ transform: { experimentalImportSupport: true } }) },
        maxWorkers: 1,
        cacheStores: [],
        resetCache: true
      }
      const file = join(folder, "metro.config.cjs")
      writeFileSync(file, "module.exports = {}")
      const config = await loadConfig({ config: file, cwd: folder }, defaults)
      const { code } = await runBuild(config, { entry: join(folder, "metro.js"), platform: "android", dev: false })
      const names = ["fetch", "Request", "Response", "Headers", "URL", "URLSearchParams", "AbortController"] as const
      const others = { TextEncoder, TextDecoder, btoa, atob, setTimeout, clearTimeout, queueMicrotask, performance }
      const platform = Object.fromEntries(names.map((name) => [name, globalThis[name]]))
      const context: Record<string, unknown> = { ...platform, ...others, console }
      context["globalThis"] = context
      runInNewContext(code, context)
      const { origin, softwareStatement } = simulator
      // Boundary: what metro.js defines.
      const start = context["startTwice"] as (options: object) => Promise<unknown>
      return start({ origin, softwareStatement })
    }

    test("run with package exports", async () => {
      expectTwoStarts(await metro({ unstable_enablePackageExports: true }))
    })

    test("run without package exports, with the resolver of the guide", async () => {
      // Boundary: a module of this repository's guide, in plain JavaScript.
      const { resolveRequest } = createRequire(import.meta.url)("../consumers/runtimes/metro-resolver.cjs") as {
        readonly resolveRequest: unknown
      }
      expectTwoStarts(await metro({ unstable_enablePackageExports: false, resolveRequest }))
    })
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
