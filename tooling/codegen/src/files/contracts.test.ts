import { expect, test } from "vitest"
import { librarySpec } from "../../test/library.ts"
import { contractsFile } from "./contracts.ts"

test("contracts.ts says by method and path what a body is sent as and which statuses are documented", async () => {
  const text = contractsFile(await librarySpec())
  expect(text).toContain(`  "GET /api/v2/{branch}/books/{book}": { statuses: [200, 429] }`)
  expect(text).toMatch(/ {2}"POST [^"]+": \{ contentType: "application\/json", statuses: \[\d/)
})
