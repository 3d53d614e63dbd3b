import type { JsonObject, JsonValue } from "../json.ts"
import { literal } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import type { OpenApiDocument, Parameter, Referable, RequestBody, Schema } from "../spec/openapi.ts"
import { operationsOf, type Operation } from "../spec/operation.ts"
import { resolve } from "../spec/resolve.ts"

/** What a tool needs to know of each operation without reading types: how to call it and what may come back. */
export const operationsFile = ({ document }: BundledSpec): string => {
  const entries = operationsOf(document).map((operation) => {
    const fields = Object.entries(requestOf(operation)).map(([name, value]) => `    ${name}: ${literal(value, "    ")}`)
    const body = requestBodyOf(document, operation)
    fields.push(`    requestBody: ${body === undefined ? "undefined" : literal(body, "    ")}`)
    fields.push(`    responses: ${literal(responsesOf(operation), "    ")}`)
    return `  ${operation.id}: {\n${fields.join(",\n")}\n  }`
  })
  return `export const operations = {\n${entries.join(",\n")}\n} as const\n`
}

const requestOf = (operation: Operation): JsonObject => ({
  id: operation.id,
  method: operation.method,
  path: operation.path,
  authorization: operation.authorization,
  throttled: operation.throttled,
  pathParameters: operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name),
  query: parametersIn("query", operation),
  headers: parametersIn("header", operation)
})

const parametersIn = (place: Parameter["in"], { parameters }: Operation): ReadonlyArray<JsonObject> =>
  parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, required }) => ({ name, required: required === true }))

const requestBodyOf = (document: OpenApiDocument, { source }: Operation): JsonObject | undefined => {
  if (source.requestBody === undefined) return undefined
  const body = resolve<RequestBody>(document, source.requestBody)
  const [contentType, ...others] = Object.keys(body.content)
  if (contentType === undefined || others.length > 0) {
    throw new Error(`Failed to describe the request body of ${source.operationId}: it needs exactly one content type`)
  }
  const schema = body.content[contentType]?.schema ?? {}
  const properties = propertiesOf(document, schema)
  return { contentType, required: body.required === true, properties: [...properties.values()] }
}

const propertiesOf = (document: OpenApiDocument, referable: Referable<Schema>): ReadonlyMap<string, JsonObject> => {
  const schema = resolve<Schema>(document, referable)
  const properties = new Map<string, JsonObject>(
    (schema.allOf ?? []).flatMap((part) => [...propertiesOf(document, part)])
  )
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(name) === true
    properties.set(name, { name, required, type: typesOf(document, property).join(" | ") })
  }
  return properties
}

/** JSON types a value of the schema may have: `["string", "null"]`. */
const typesOf = (document: OpenApiDocument, referable: Referable<Schema>): ReadonlyArray<string> => {
  const schema = resolve<Schema>(document, referable)
  if (schema.type !== undefined) return [schema.type].flat()
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
  return [...new Set(parts.flatMap((part) => typesOf(document, part)))]
}

const responsesOf = ({ responses }: Operation): Record<string, JsonValue> =>
  Object.fromEntries(responses.map(([status, { content }]) => [status, Object.keys(content ?? {})]))
