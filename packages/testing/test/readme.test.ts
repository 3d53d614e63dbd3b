import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { defaultReadings } from "../src/simulator/state/readings.ts"

// That its code compiles and runs is shown by tooling/docs.
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

describe("the README", () => {
  it("names every reading that can be switched", () => {
    const table = readme.slice(
      readme.indexOf("## Where the documentation is silent"),
      readme.indexOf("And without an option")
    )
    for (const reading of Object.keys(defaultReadings)) expect(table).toContain(`\`${reading}`)
  })

  it("goes from import to result in fewer than 15 lines", () => {
    const [, first = ""] = readme.split(/```ts.*\n/)
    expect(first.slice(0, first.indexOf("\n```")).split("\n").length).toBeLessThan(15)
  })
})
