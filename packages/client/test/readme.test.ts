import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import * as client from "../src/index.ts"
import * as restV2 from "../src/rest-v2/index.ts"

// That its code compiles and runs is shown by tooling/docs.
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

it("goes from import to result in under 15 lines", () => {
  const [, first = ""] = readme.split(/```ts.*\n/)
  expect(first.slice(0, first.indexOf("\n```")).split("\n").length).toBeLessThan(15)
})

it("names every builder and reader", () => {
  const exported = [...Object.keys(client), ...Object.keys(restV2)].filter((name) => /Header$|^read/.test(name))
  // Details of the readers, found from them.
  const details = ["readItemFailure", "readTimestamp"]
  expect(exported.filter((name) => !readme.includes(name))).toEqual(details)
})
