import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8")

const pages = ["../README.md", "../../../docs/auth.md"]
const withoutBlanks = (code: string) => code.replace(/\s+/g, "")
const compiled = withoutBlanks(read("readme.test-d.ts"))

const blocksOf = (page: string) => [...read(page).matchAll(/```ts\n([^]*?)```/g)].map(([, code = ""]) => code)

describe.each(pages)("the code of %s", (page) => {
  it.each(blocksOf(page).map((code) => ({ code })))("compiles: $code", ({ code }) => {
    const statements = code
      .replace(/^import [^]*? from .*\n/gm, "")
      .split(/^(?=\w)/m)
      .map((statement) => withoutBlanks(statement))
      .filter((statement) => statement !== "")
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.filter((statement) => !compiled.includes(statement))).toStrictEqual([])
  })
})

describe("the README", () => {
  it("goes from import to result in under 15 lines", () => {
    expect(blocksOf("../README.md")[0]?.trim().split("\n").length).toBeLessThan(15)
  })
})
