import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, inject, test } from "vitest"
import type { Installation } from "../src/installations.ts"
import { npmExec } from "../src/npm.ts"
import { subpathsOf } from "../src/published-packages.ts"
import { runNode, successful } from "../src/run.ts"

const { packed, installations } = inject("installed")
const { everything, withoutMsw } = installations

describe.each(packed.filter(({ manifest }) => subpathsOf(manifest).length > 0))("$manifest.name", ({ manifest }) => {
  test.each(subpathsOf(manifest))("%s can be imported in Node", (subpath) => {
    const script = `const names = Object.keys(await import("${subpath}")); console.log(names.length)`
    expect(Number(successful(runNode(everything.folder, "--input-type=module", "--eval", script)))).toBeGreaterThan(0)
  })
})

test("a stack trace leads to the published sources with --enable-source-maps", () => {
  const script = `import { createAdobePass } from "@tve-pass/auth/promise"; createAdobePass({})`
  const { output } = runNode(everything.folder, "--enable-source-maps", "--input-type=module", "--eval", script)
  const [, source] = /(node_modules.@tve-pass.auth.src.promise.create-adobe-pass\.ts):\d+/.exec(output) ?? []
  expect(existsSync(join(everything.folder, String(source)))).toBe(true)
})

const commandsOf = (installation: Installation) =>
  packed
    .filter(({ manifest }) => installation.packages.includes(manifest.name))
    .flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}).map((name) => ({ name, version: manifest.version })))

test.each(commandsOf(everything))("$name runs from its link", async ({ name, version }) => {
  expect(await npmExec(everything, name, "--help")).toContain(name)
  expect(await npmExec(everything, name, "--version")).toContain(version)
})

test("tve-pass-simulator runs without msw", async () => {
  expect(commandsOf(withoutMsw).map(({ name }) => name)).toEqual(["tve-pass-simulator"])
  expect(await npmExec(withoutMsw, "tve-pass-simulator", "--help")).toContain("tve-pass-simulator")
})
