import { describe, expect, test } from "vitest"
import { librarySpec } from "../../test/library.ts"
import { examplesFile } from "./examples.ts"

const spec = await librarySpec()

describe("examples.ts", () => {
  test("holds every named example by operation, status and content type, also those in files of their own", () => {
    expect(examplesFile(spec)).toBe(
      [
        `export const examples = {`,
        `  registerMember: {`,
        `    201: { "application/json": { registered: { id: "m-1", joinedAt: 1723227212, note: null } } },`,
        `    400: { "application/json": { unknownName: { code: "unknown_name" } } }`,
        `  },`,
        `  findBook: {`,
        `    200: {`,
        `      "application/json": {`,
        `        lent: { state: "lent", until: 5 },`,
        `        onShelf: { state: "shelf", shelf: "A-1", genre: "novel", binding: "hard" }`,
        `      }`,
        `    },`,
        `    429: { "text/html": { tooMany: "<h1>429</h1>\\n" } }`,
        `  }`,
        `} as const`,
        ``
      ].join("\n")
    )
  })
})
