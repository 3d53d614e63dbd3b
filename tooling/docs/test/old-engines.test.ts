import { build } from "esbuild"
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { toPage } from "../src/page.ts"
import { repository } from "../src/repository.ts"
import { engineProgram } from "./old-engine/engine.ts"

const path = "docs/web-and-tv-apps.md"
const page = toPage(path, readFileSync(join(repository, path), "utf8"))
const polyfills = page.blocks.find(({ file }) => file === "polyfills.mjs")?.code ?? ""

const bundleFor = async (target: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "old-engine/application.ts")],
    bundle: true,
    format: "iife",
    globalName: "application",
    platform: "browser",
    target,
    write: false
  })
  return outputFiles.map(({ text }) => text).join("")
}

/** What the application prints on an engine that has got these polyfills. */
const runOn = (application: string, added: string): string =>
  spawnSync(process.execPath, ["-e", engineProgram], {
    input: JSON.stringify({ application, polyfills: added }),
    encoding: "utf8"
  }).stdout.trim()

describe("an engine of 2020, as docs/web-and-tv-apps.md has it", () => {
  let application = ""
  beforeAll(async () => {
    application = await bundleFor("chrome68")
  })

  it("runs the translated packages with the polyfills", () => {
    expect(JSON.parse(runOn(application, polyfills))).toMatchObject([
      { mvpd: "Cablevision", attributes: { zip: { value: "12345", encrypted: false } } }
    ])
  })

  it.each(["globalThis", "hasOwn", "fromEntries", "flatMap"])("needs the polyfill of %s", (name) => {
    const others = polyfills.replace(`"${name}"`, `"other"`)
    expect(others).not.toBe(polyfills)
    expect(runOn(application, others)).toMatch(/Error/)
  })

  it("is not asked for what cannot be taken away from Node", () => {
    expect(application).not.toMatch(/\b(?:WeakRef|FinalizationRegistry|queueMicrotask)\(/)
  })
})

it("an engine of 2021 takes the syntax as it is", async () => {
  expect(await bundleFor("chrome93")).toBe(await bundleFor("esnext"))
})
