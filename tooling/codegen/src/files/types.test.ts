import { describe, expect, test } from "vitest"
import { compile } from "../../test/compile.ts"
import { librarySpec, withSchemas } from "../../test/library.ts"
import { typesFile } from "./types.ts"

const types = await typesFile(await librarySpec())

/** Line numbers of errors in `lines` when they use the generated types. */
const errorsIn = (...lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  compile({
    "types.ts": types,
    "use.ts": [`import type { components, operations } from "./types.ts"`, ...lines].join("\n")
  })

describe("types of a spec", () => {
  test("an open enum accepts a value that nobody knows yet, a closed one does not", () => {
    expect(
      errorsIn(
        `export const known: components["schemas"]["Genre"] = "novel"`,
        `export const unknown: components["schemas"]["Genre"] = "manga"`,
        `export const other: components["schemas"]["Genre"] = 5`,
        `export const closed: components["schemas"]["Binding"] = "spiral"`
      )
    ).toEqual(["use.ts:4 TS2322", "use.ts:5 TS2322"])
  })

  test("an open enum keeps its known values for completion", () => {
    expect(types).toContain(`readonly Genre: "novel" | "poetry" | "sci-fi" | (string & Record<never, never>);`)
  })

  test("an unknown value of an open enum does not narrow to a known one", () => {
    expect(
      errorsIn(
        `declare const genre: components["schemas"]["Genre"]`,
        `if (genre !== "novel" && genre !== "poetry" && genre !== "sci-fi") { const rest: never = genre; void rest }`
      )
    ).toEqual(["use.ts:3 TS2322"])
  })

  test("a discriminator with a mapping narrows by the values of the wire", () => {
    expect(
      errorsIn(
        `declare const place: components["schemas"]["Lent"] | components["schemas"]["OnShelf"]`,
        `if (place.state === "lent") { const until: number = place.until; void until }`,
        `if (place.state === "Lent") void place`
      )
    ).toEqual(["use.ts:4 TS2367"])
  })

  test("everything is read-only", () => {
    expect(
      errorsIn(
        `declare const member: components["schemas"]["Member"]`,
        `member.id = "m-2"`,
        `declare const request: components["schemas"]["MemberRequest"]`,
        `request.tags?.push("new")`
      )
    ).toEqual(["use.ts:3 TS2540", "use.ts:5 TS2339"])
  })

  test("a default value does not make a field required", () => {
    expect(errorsIn(`export const request: components["schemas"]["MemberRequest"] = { name: "Ada" }`)).toEqual([])
  })

  test("a description cannot end the comment it is in", () => {
    expect(types).toContain("Ends no comment: *\\/")
  })

  test("an open enum that is not one of strings is refused", async () => {
    const spec = await librarySpec()
    const floor = { type: "integer", enum: [1, 2], "x-open-enum": true }
    const schemas = { ...spec.document.components?.schemas, Floor: floor }
    await expect(typesFile(withSchemas(spec, schemas))).rejects.toThrow(`"x-open-enum: true" needs "type: string"`)
  })
})
