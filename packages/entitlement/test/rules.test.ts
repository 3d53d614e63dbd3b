import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const room = join(import.meta.dirname, "..")
const page = readFileSync(join(room, "../../decisions/entitlement-rules.md"), "utf8")
const rules = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, number = ""]) => /^\d+$/.test(number))

describe("the rules of the viewer's flows", () => {
  it.each(rules.map(([, number = "", name = "", , , tests = ""]) => ({ number, name, tests })))(
    "$number ($name) names tests that exist",
    ({ name, tests }) => {
      const files = tests.match(/[\w./-]+\.ts/g) ?? []
      expect(name).not.toBe("")
      expect(files).not.toHaveLength(0)
      expect(files.filter((file) => !existsSync(join(room, file)))).toEqual([])
    }
  )

  it("are numbered once each", () => {
    const numbers = rules.map(([, number]) => number)
    expect(numbers).toEqual([...new Set(numbers)])
  })
})
