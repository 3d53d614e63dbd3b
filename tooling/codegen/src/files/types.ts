import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript"
import ts from "typescript"
import { bundlerConfig, type BundledSpec } from "../spec/bundled-spec.ts"
import type { Schema } from "../spec/openapi.ts"

/** `paths`, `components` and `operations` of openapi-typescript, read-only, with open enums that accept any string. */
export const typesFile = async ({ document }: BundledSpec): Promise<string> => {
  // Boundary: the same document under the other library's name; cloned, since it is changed there.
  const nodes = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    redocly: bundlerConfig,
    immutable: true,
    silent: true,
    // A default says what the server assumes; only `required` says what is there.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: (schema, { path }) => openEnum(schema as Schema, path ?? "")
  })
  return astToString(nodes)
}

/**
 * `Known | (string & Record<never, never>)`: completion for the known values, and any other string is accepted. OpenAPI has no spelling
 * for it that survives (`anyOf: [enum, string]` collapses to `string`), hence the marker. Not `string & {}`, which `NonNullable` would reduce to
 * `string`, known values and all.
 */
const openEnum = (schema: Schema, path: string): ts.TypeNode | undefined => {
  if (schema["x-open-enum"] !== true) return undefined
  const known = schema.enum ?? []
  if (schema.type !== "string" || known.length === 0) {
    throw new Error(`Failed to generate ${path}: "x-open-enum: true" needs "type: string" and an "enum" with values`)
  }
  const { factory } = ts
  const anyString = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeReferenceNode("Record", [
        factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
        factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword)
      ])
    ])
  )
  const literals = known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(String(value))))
  return factory.createUnionTypeNode([...literals, anyString])
}
