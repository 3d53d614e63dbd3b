import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { repositoryRoot } from "../src/root.ts"

const config = ".dependency-cruiser.mjs"
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-rules-"))
  copyFileSync(join(repositoryRoot, config), join(folder, config))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes sources below `packages/` and returns the names of the rules that they violate. */
const violatedBy = (sources: Readonly<Record<string, string>>): ReadonlyArray<string> => {
  for (const [path, source] of Object.entries(sources)) {
    const file = join(folder, "packages", path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source)
  }
  const script = join(repositoryRoot, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs")
  const { stdout } = spawnSync(
    process.execPath,
    [script, "--config", config, "--output-type", "json", "--no-progress", "packages"],
    { cwd: folder, encoding: "utf8", timeout: 60_000 }
  )
  // Boundary: the report of dependency-cruiser.
  const { summary } = JSON.parse(stdout) as {
    readonly summary: { readonly violations: ReadonlyArray<{ readonly rule: { readonly name: string } }> }
  }
  return summary.violations.map(({ rule }) => rule.name)
}

test("a circle of type imports is refused", () => {
  const sources = {
    "client/src/a.ts": `import type { B } from "./b.ts"\nexport type A = B`,
    "client/src/b.ts": `import type { A } from "./a.ts"\nexport type B = A | 1`
  }
  expect(violatedBy(sources)).toEqual(["no-circle"])
})

test("a file is not imported past the index of its folder, but from inside the folder", () => {
  const sources = {
    "auth/package.json": `{ "exports": { "./public": "./src/public/index.ts" } }`,
    "auth/src/index.ts": `export * from "./store/memory.ts"\nexport * from "./public/file.ts"`,
    "auth/src/public/index.ts": `export * from "./file.ts"`,
    "auth/src/public/file.ts": `export const file = 1`,
    "auth/src/store/index.ts": `export * from "./memory.ts"`,
    "auth/src/store/memory.ts": `import type { Record } from "./record.ts"\nexport type Memory = Record`,
    "auth/src/store/record.ts": `export type Record = 1`
  }
  expect(violatedBy(sources)).toEqual(["only-through-packages/auth/src/store/index.ts"])
})

test("packages depend on each other in one direction", () => {
  const sources = {
    "auth/src/index.ts": `export type { Client } from "../../client/src/index.ts"\nexport interface Auth {}`,
    "client/src/index.ts": `import type { Simulator } from "@tve-pass/testing"\nexport type Client = Simulator`,
    "entitlement/src/index.ts": `export type { Auth } from "../../auth/src/index.ts"`
  }
  expect(violatedBy(sources)).toEqual(["client-imports-only-itself"])
})

test("the simulator knows neither auth nor entitlement, its tests included", () => {
  const sources = {
    "auth/src/index.ts": `export interface Auth {}`,
    "testing/test/flow.test.ts": `import type { Auth } from "../../auth/src/index.ts"\nexport type Flow = Auth`
  }
  expect(violatedBy(sources)).toEqual(["testing-knows-no-auth"])
})

test("what is published imports no tooling", () => {
  const sources = { "auth/src/index.ts": `export * from "../../../tooling/tool.ts"` }
  mkdirSync(join(folder, "tooling"))
  writeFileSync(join(folder, "tooling/tool.ts"), "export const tool = 1")
  expect(violatedBy(sources)).toEqual(["packages-know-no-tooling"])
})
