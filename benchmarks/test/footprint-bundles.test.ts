import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { browserBundleSize, nodeBundleSize } from "../src/footprint/bundle-size.ts"

const folder = mkdtempSync(join(tmpdir(), "bench-bundles-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("a bundle for a browser names the modules that it lacks, each once", async () => {
  writeFileSync(join(folder, "reader.js"), `export { readFile } from "node:fs"`)
  const entry = `export * from "./reader.js"; export { createHash } from "crypto"; export { writeFile } from "node:fs"`
  expect(await browserBundleSize({ folder, entry })).toEqual({ missing: ["crypto", "node:fs"] })
})

test("a bundle for Node leaves Node's own modules out", async () => {
  const size = await nodeBundleSize({ folder, entry: `export { createHash } from "node:crypto"` })
  // An import and an export; how well they compress differs between processors.
  expect("bytes" in size && size.bytes < 100).toBe(true)
})

test("an entry that cannot be compiled is no reason but a failure", async () => {
  await expect(browserBundleSize({ folder, entry: "export const = 42" })).rejects.toThrow("Build failed")
})
