import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

// That its code compiles and runs is shown by tooling/docs.
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

it("goes from import to result in under 15 lines", () => {
  const [, first = ""] = readme.split(/```ts.*\n/)
  expect(first.slice(0, first.indexOf("\n```")).split("\n").length).toBeLessThan(15)
})

it("names every reason for which something fails", () => {
  const reasons = readFileSync(new URL("../src/errors/auth-error-reason.ts", import.meta.url), "utf8")
  const tags = [...reasons.matchAll(/_tag: "(\w+)"/g)].map(([, tag = ""]) => tag)
  expect(tags.length).toBe(16)
  expect(tags.filter((tag) => !readme.includes(`\`${tag}\``))).toEqual([])
})
