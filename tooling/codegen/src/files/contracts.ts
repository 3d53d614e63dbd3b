import type { JsonObject } from "../json.ts"
import { table } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import type { OpenApiDocument, RequestBody } from "../spec/openapi.ts"
import { operationsOf, type Operation } from "../spec/operation.ts"
import { resolve } from "../spec/resolve.ts"

/** The part of the operation table that a client needs at run time, by method and path. Small: TV apps carry it. */
export const contractsFile = ({ document }: BundledSpec): string => {
  const entries = operationsOf(document).map((operation) => [
    `${operation.method} ${operation.path}`,
    contractOf(document, operation)
  ])
  return `export const contracts = ${table(Object.fromEntries(entries))} as const\n`
}

const contractOf = (document: OpenApiDocument, { responses, source }: Operation): JsonObject => {
  const statuses = responses.map(([status]) => Number(status))
  if (source.requestBody === undefined) return { statuses }
  const [contentType = ""] = Object.keys(resolve<RequestBody>(document, source.requestBody).content)
  return { contentType, statuses }
}
