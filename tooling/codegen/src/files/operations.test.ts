import { describe, expect, test } from "vitest"
import { librarySpec } from "../../test/library.ts"
import { operationsFile } from "./operations.ts"

const spec = await librarySpec()

describe("operations.ts", () => {
  const text = operationsFile(spec)

  test("says how to call an operation and what may come back", () => {
    expect(text).toContain(
      [
        `  findBook: {`,
        `    id: "findBook",`,
        `    method: "GET",`,
        `    path: "/api/v2/{branch}/books/{book}",`,
        `    authorization: "bearer",`,
        `    throttled: true,`,
        `    pathParameters: ["branch", "book"],`,
        `    query: [{ name: "language", required: false }],`,
        `    headers: [{ name: "X-Trace", required: true }],`,
        `    requestBody: undefined,`,
        `    responses: { 200: ["application/json"], 429: ["text/html"] }`,
        `  }`
      ].join("\n")
    )
  })

  test("an operation with `security: []` needs no token", () => {
    expect(text).toMatch(/id: "registerMember",\n.*\n.*\n    authorization: "none",\n    throttled: false,/)
  })

  test("describes the fields of a request body by name, presence and JSON type", () => {
    expect(text).toContain(
      [
        `    requestBody: {`,
        `      contentType: "application/json",`,
        `      required: true,`,
        `      properties: [`,
        `        { name: "name", required: true, type: "string" },`,
        `        { name: "age", required: false, type: "integer" },`,
        `        { name: "genre", required: false, type: "string" },`,
        `        { name: "tags", required: false, type: "array" },`,
        `        { name: "contact", required: false, type: "string | null" },`,
        `        { name: "place", required: false, type: "string | object" }`,
        `      ]`,
        `    },`
      ].join("\n")
    )
  })
})
