import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8")

it("docs/server-to-server.md shows sql-store.ts as it is", () => {
  const [, shown] = /^```ts\n\/\/ sql-store\.ts\n([^]*?)^```$/m.exec(read("../../../docs/server-to-server.md")) ?? []
  expect(shown).toBe(read("../src/sql-store.ts"))
})
