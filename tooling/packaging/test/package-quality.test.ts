import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { describe, expect, inject, test } from "vitest"
import { installedFolder } from "../src/installations.ts"
import { subpathsOf } from "../src/published-packages.ts"
import { runNode } from "../src/run.ts"
import { toolScript } from "../src/tool.ts"

const { packed, installations } = inject("installed")
const { folder } = installations.everything
const attw = toolScript("@arethetypeswrong/cli", "dist/index.js")

/** Whether a bundler has written imports and exports only, which need no map. */
const isOnlyReExports = (code: string): boolean => /^(?:(?:import|export) \{[^}]*\}(?: from "[^"]*")?;\n?)+$/.test(code)

describe.each(packed)("$manifest.name", ({ tarball, manifest }) => {
  const installed = installedFolder(installations.everything, manifest.name)
  const hasModules = subpathsOf(manifest).length > 0

  test("has nothing that publint would change", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test.skipIf(!hasModules)("resolves to the right types from ESM and bundlers (are the types wrong)", () => {
    const outcome = runNode(folder, attw, tarball, "--profile", "esm-only", "--no-color")
    expect(outcome).toMatchObject({ exitCode: 0 })
  })

  test("contains a license, a README, the sources of its modules, and no tests or build state", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).map((path) =>
      path.replaceAll("\\", "/")
    )
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", ...(hasModules ? ["src/index.ts"] : [])]))
    expect(files.filter((path) => /\.test(-d)?\.|\.tsbuildinfo$|^test\//.test(path))).toEqual([])
  })

  test.skipIf(!hasModules)("leads a debugger from every emitted file to a source that is in the package", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" })
    const emitted = files.filter((path) => path.startsWith("dist") && /\.(js|d\.ts)$/.test(path))
    const withCode = emitted.filter((path) => !isOnlyReExports(readFileSync(join(installed, path), "utf8")))
    const maps = files.filter((path) => path.endsWith(".map"))
    const missing = maps.filter((path) => {
      // Boundary: a source map that the compiler has written.
      const { sources } = JSON.parse(readFileSync(join(installed, path), "utf8")) as { sources: ReadonlyArray<string> }
      return !sources.every((source) => existsSync(join(installed, dirname(path), source)))
    })
    expect([...maps].sort()).toEqual(withCode.map((path) => `${path}.map`).sort())
    expect(missing).toEqual([])
  })

  test("depends on the version of its siblings that it is published with", () => {
    const siblings = Object.entries({ ...manifest.dependencies }).filter(([name]) => name.startsWith("@tve-pass/"))
    for (const [, range] of siblings) expect(range).toBe(manifest.version)
  })
})
