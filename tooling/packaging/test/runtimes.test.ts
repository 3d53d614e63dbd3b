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
const twoStarts = {
  result: ["REF30", "REF30"],
  calls: ["registerClient", "retrieveAccessToken", "retrieveConfiguration", "retrieveConfiguration"],
  violations: []
}

/** What the application has read, and what the simulator has seen of it. */
const seen = (result: unknown) => ({ result, calls: simulator.takeCalls(), violations: simulator.violations() })

/** What a command prints that gets the simulator's origin and a statement as its last arguments, or before `more`. */
const printed = async (command: string, before: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => {
  const { origin, softwareStatement } = simulator
  return JSON.parse(successful(await runAsStranger(folder, command, ...before, origin, softwareStatement, ...more)))
}

test("Node runs the application that the other runtimes run", async () => {
  expect(seen(await printed(process.execPath, ["main.js"]))).toEqual(twoStarts)
})

/** Of docs/runtimes.md. */
const jestSettings = {
  modules: { transform: {} },
  commonjs: {
    transform: {
      "\\.[jt]sx?$": ["babel-jest", { presets: [["@babel/preset-env", { targets: { node: "current" } }]] }]
    },
    transformIgnorePatterns: ["/node_modules/(?!(?:\\.pnpm|@tve-pass|effect|openapi-fetch)/)"]
  }
}

const runJest = async (name: string, options: object, ...nodeOptions: ReadonlyArray<string>) => {
  const { origin, softwareStatement } = simulator
  const config = join(folder, `${name}.json`)
  const common = { rootDir: folder, testMatch: ["<rootDir>/jest.test.js"], testEnvironment: "node" }
  writeFileSync(config, JSON.stringify({ ...common, globals: { origin, softwareStatement }, ...options }))
  const args = [runtimeModule("jest", "bin/jest.js"), "--config", config, "--no-cache", "--runInBand"]
  return runAsStranger(folder, process.execPath, ...nodeOptions, ...args)
}

describe.skipIf(missing !== undefined)("the packed packages", () => {
  const bun = runtimeBinary("bun-package", "@oven", "bin/bun")
  const deno = runtimeBinary("deno-package", "@deno", "deno")

  test.skipIf(bun === undefined)("run on Bun", async () => {
    expect(seen(await printed(bun ?? "", ["main.js"]))).toEqual(twoStarts)
  })

  test.skipIf(deno === undefined)("run on Deno", async () => {
    const permissions = ["--allow-net", "--allow-read", "--allow-env", "--node-modules-dir=manual", "--no-lock"]
    expect(seen(await printed(deno ?? "", ["run", ...permissions, "main.js"]))).toEqual(twoStarts)
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
      expect(seen(await (await worker.dispatchFetch("http://worker.example/")).json())).toEqual(twoStarts)
    } finally {
      await worker.dispose()
    }
  })

  test("run with the globals of jsdom", async () => {
    expect(seen(await printed(process.execPath, ["with-jsdom.js"], runtimeModule("jsdom")))).toEqual(twoStarts)
  })

  test("run with the globals of happy-dom, its fetch among them", async () => {
    expect(seen(await printed(process.execPath, ["with-happy-dom.js"], runtimeModule("happy-dom")))).toEqual(twoStarts)
  })

  test.each(["undici", "node-fetch"])("run with the fetch of %s from npm", async (name) => {
    expect(seen(await printed(process.execPath, ["with-fetch.js"], runtimeModule(name)))).toEqual(twoStarts)
  })

  describe("in Jest", () => {
    test("run as ES modules", async () => {
      successful(await runJest("modules", jestSettings.modules, "--experimental-vm-modules"))
      expect(seen(["REF30", "REF30"])).toEqual(twoStarts)
    })

    test("run as CommonJS, which babel makes of them", async () => {
      const settings = JSON.stringify(jestSettings.commonjs)
      const preset = JSON.stringify(runtimeModule("@babel/preset-env"))
      successful(await runJest("commonjs", JSON.parse(settings.replace('"@babel/preset-env"', preset))))
      expect(seen(["REF30", "REF30"])).toEqual(twoStarts)
    })
  })

  // The second bundle takes from the first what Metro has transformed.
  test.each([
    ["with package exports", "exports"],
    ["without package exports, with the resolver of docs/runtimes.md", "none"]
  ])("run in a bundle of Metro %s", async (_name, packageExports) => {
    expect(seen(await printed(process.execPath, ["with-metro.cjs"], runtimeModule("metro"), packageExports))).toEqual(
      twoStarts
    )
  })
})

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8")

describe("docs/runtimes.md", () => {
  const page = read("../../../docs/runtimes.md")

  test("has the versions that are run", () => {
    // Boundary: a manifest of this repository.
    const { dependencies } = JSON.parse(read("../runtimes/package.json")) as {
      readonly dependencies: Readonly<Record<string, string>>
    }
    const versions = Object.entries(dependencies)
      .filter(([name]) => !name.startsWith("@babel/"))
      .map(([name, range]) => `${name.replace("-package", "")} ${range.replace(/^.*@/, "")}`)
    expect(versions.filter((version) => !page.includes(version))).toEqual([])
  })

  test("has the resolver and the settings of Jest that are run", () => {
    expect(page).toContain("```js\n" + read("../consumers/runtimes/metro-resolver.cjs") + "```")
    const blocks = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, block = ""]): unknown => JSON.parse(block))
    expect(blocks).toEqual([jestSettings.modules, jestSettings.commonjs])
  })
})
