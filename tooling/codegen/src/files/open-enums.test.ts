import { describe, expect, test } from "vitest"
import { librarySpec, withSchemas } from "../../test/library.ts"
import { openEnumsFile } from "./open-enums.ts"

const spec = await librarySpec()

describe("open-enums.ts", () => {
  test("lists the values of every enum schema, also of those in files of their own", () => {
    expect(openEnumsFile(spec)).toBe(
      [
        `/** All values. */`,
        `export const bindingValues = ["hard", "soft"] as const`,
        ``,
        `/** Known values; the server may send others. */`,
        `export const genreValues = ["novel", "poetry", "sci-fi"] as const`,
        ``,
        `/** Known values; the server may send others. */`,
        `export const enhancedErrorCodeValues = ["unknown_name", "too_many_requests"] as const`,
        ``
      ].join("\n")
    )
  })

  test("is a module even without an enum", () => {
    expect(openEnumsFile(withSchemas(spec, {}))).toBe("export {}\n")
  })
})
