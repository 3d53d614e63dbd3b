import { expect, test } from "vitest"
import { librarySpec } from "../../test/library.ts"
import { responseHeadersFile } from "./response-headers.ts"

const spec = await librarySpec()

test("response-headers.ts holds the first example of each header of each shared response", () => {
  const Busy = {
    headers: { Server: { schema: { examples: ["proxy", "other"] } }, "X-Undescribed": { schema: {} } }
  }
  const components = { ...spec.document.components, responses: { Busy, Plain: {} } }
  expect(responseHeadersFile({ ...spec, document: { ...spec.document, components } })).toBe(
    [`export const responseHeaders = {`, `  Busy: { Server: "proxy" }`, `} as const`, ``].join("\n")
  )
})

test("an API whose shared responses document no headers has no such file", () => {
  expect(responseHeadersFile(spec)).toBeUndefined()
})
