import { describe, expect, test } from "vitest"
import { librarySpec, withSchemas } from "../../test/library.ts"
import { enhancedErrorsFile } from "./enhanced-errors.ts"

const spec = await librarySpec()

describe("enhanced-errors.ts", () => {
  test("holds action, status and reaction of every code", () => {
    expect(enhancedErrorsFile(spec)).toBe(
      [
        `export const enhancedErrors = {`,
        `  unknown_name: { action: "none", status: 400, reaction: "Ask for another name" },`,
        `  too_many_requests: { action: "retry", status: [403, 429], reaction: "Wait a second" }`,
        `} as const`,
        ``
      ].join("\n")
    )
  })

  test("an API without a catalogue has no such file", () => {
    expect(enhancedErrorsFile(withSchemas(spec, {}))).toBeUndefined()
  })

  test("a code without a reaction is refused", () => {
    const catalogue = { lost: { action: "none", status: 404 } }
    expect(() =>
      enhancedErrorsFile(withSchemas(spec, { EnhancedErrorCode: { type: "string", "x-enhanced-errors": catalogue } }))
    ).toThrow(`"lost" has no "reaction"`)
  })
})
