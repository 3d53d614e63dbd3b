import type { JsonObject } from "../json.ts"
import { table } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import type { OpenApiDocument, Response } from "../spec/openapi.ts"
import { resolve } from "../spec/resolve.ts"

/** The first example of each header of each shared response, or `undefined` for an API that documents none. */
export const responseHeadersFile = ({ document }: BundledSpec): string | undefined => {
  const entries = Object.entries(document.components?.["responses"] ?? {}).flatMap(([name, response]) => {
    // Boundary: what stands below `responses` is a response.
    const headers = headersOf(document, response as Response)
    return Object.keys(headers).length === 0 ? [] : [[name, headers] as const]
  })
  return entries.length === 0
    ? undefined
    : `export const responseHeaders = ${table(Object.fromEntries(entries))} as const\n`
}

const headersOf = (document: OpenApiDocument, { headers = {} }: Response): JsonObject =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, referable]) => {
      const [example] = resolve(document, referable).schema?.examples ?? []
      return example === undefined ? [] : [[name, example]]
    })
  )
