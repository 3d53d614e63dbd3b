import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import * as client from "../src/index.ts"
import * as restV2 from "../src/rest-v2/index.ts"

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
const compiled = readFileSync(new URL("./readme.test-d.ts", import.meta.url), "utf8")

const blocks = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code = ""]) => code)

it("shows code that compiles", () => {
  expect(blocks).toHaveLength(2)
  for (const block of blocks) {
    const statements = block.replace(/^import .*\n+/gm, "").trim()
    expect(compiled.replaceAll("export const", "const")).toContain(statements)
  }
})

it("goes from import to result in under 15 lines", () => {
  expect(blocks[0]?.trim().split("\n").length).toBeLessThan(15)
})

it("names every builder and reader", () => {
  const exported = [...Object.keys(client), ...Object.keys(restV2)].filter((name) => /Header$|^read/.test(name))
  // Details of the readers, found from them.
  const details = ["readItemFailure", "readTimestamp"]
  expect(exported.filter((name) => !readme.includes(name))).toEqual(details)
})
