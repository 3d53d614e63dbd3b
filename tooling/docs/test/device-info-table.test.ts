import { osFamilyValues, osNameValues, osVendorValues, primaryHardwareTypeValues } from "@tve-pass/client/rest-v2"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { repository } from "../src/repository.ts"

const page = readFileSync(join(repository, "docs/web-and-tv-apps.md"), "utf8")
const [, table = ""] = page.split("| Platform | `primaryHardwareType` | `osName` | `osFamily` | `osVendor` |")
const [, , ...lines] = table.slice(0, table.indexOf("\n\n")).split("\n")
const rows = lines.map((line) => line.split("|").map((cell) => cell.trim()))

/** The lists of the protocol, in the order of the columns. */
const lists: ReadonlyArray<ReadonlyArray<string>> = [
  primaryHardwareTypeValues,
  osNameValues,
  osFamilyValues,
  osVendorValues
]

describe("the platforms of docs/web-and-tv-apps.md", () => {
  it("are the nine that there are to tell apart", () => {
    expect(rows).toHaveLength(9)
  })

  it.each(rows)("%s%s: values in code are listed, those in italics are not", (_, platform, ...cells) => {
    expect(platform).not.toBe("")
    for (const [index, list] of lists.entries()) {
      const cell = cells[index] ?? ""
      const listed = [...cell.matchAll(/`([^`]+)`/g)].map(([, value = ""]) => value)
      const others = [...cell.matchAll(/\*([^*]+)\*/g)].map(([, value = ""]) => value)
      expect(listed.filter((value) => !list.includes(value))).toEqual([])
      expect(others.filter((value) => list.includes(value))).toEqual([])
      expect(listed.length + others.length > 0 || cell === "–").toBe(true)
    }
  })
})
