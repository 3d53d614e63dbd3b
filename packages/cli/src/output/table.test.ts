import { describe, expect, it } from "vitest"
import { table } from "./table.ts"

describe("table", () => {
  it("aligns columns, two spaces apart, without trailing blanks", () => {
    expect(
      table(
        [
          ["a", "bb"],
          ["ccc", "d"]
        ],
        undefined,
        ["ID", "NAME"]
      )
    ).toBe("ID   NAME\na    bb\nccc  d")
  })

  it("cuts the widest cells to the terminal, never the first", () => {
    const row = ["identifier-of-a-row", "a long name of something", "https://example.com/a/long/address"]
    const [line = ""] = table([row], 50).split("\n")
    expect(line).toHaveLength(50)
    expect(line).toMatch(/^identifier-of-a-row {2}a long name …/)
  })

  it("leaves each cell eight columns, however narrow the terminal", () => {
    expect(table([["id", "a long name", "another one"]], 5)).toBe("id  a long …  another…")
  })
})
