import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { browserBundleSize, nodeBundleSize } from "../src/footprint/bundle-size.ts"

const folder = mkdtempSync(join(tmpdir(), "bench-bundles-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("a bundle for a browser lists the missing modules once", async () => {
  writeFileSync(join(folder, "reader.js"), `export { readFile } from "node:fs"`)
  const entry = `export * from "./reader.js"; export { createHash } from "crypto"; export { writeFile } from "node:fs"`
  expect(await browserBundleSize({ folder, entry })).toEqual({ missing: ["crypto", "node:fs"] })
})

test("a bundle for Node leaves out Node's own modules", async () => {
  const size = await nodeBundleSize({ folder, entry: `export { createHash } from "node:crypto"` })
  // An import and an export; how well they compress differs between processors.
  expect("bytes" in size && size.bytes < 100).toBe(true)
})

test("an entry that does not compile is a failure", async () => {
  await expect(browserBundleSize({ folder, entry: "export const = 42" })).rejects.toThrow("Build failed")
})
