import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { expect, it, onTestFinished } from "vitest"
import { buildPages } from "./support/built-pages.ts"

const filesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

it("loads page, television and phone in under 150 kB, gzipped", async () => {
  const { folder, remove } = await buildPages()
  onTestFinished(remove)
  const files = filesOf(folder)
  expect(files.filter((file) => file.endsWith(".html"))).toHaveLength(3)
  const bytes = files.map((file) => gzipSync(readFileSync(file)).length).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(40_000)
  expect(bytes).toBeLessThan(150_000)
})
