import type { JsonValue } from "../json.ts"
import { table } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import type { Example, OpenApiDocument, Response } from "../spec/openapi.ts"
import { operationsOf } from "../spec/operation.ts"
import { resolve } from "../spec/resolve.ts"

interface Examples {
  [key: string]: JsonValue
}

/** The named examples of every response, by operation, status and content type. */
export const examplesFile = ({ document }: BundledSpec): string => {
  const examples: Examples = {}
  for (const operation of operationsOf(document)) {
    examples[operation.id] = Object.fromEntries(
      operation.responses.map(([status, response]) => [
        status,
        examplesOf(document, response, `${operation.id} ${status}`)
      ])
    )
  }
  return `export const examples = ${table(examples)} as const\n`
}

const examplesOf = (document: OpenApiDocument, response: Response, place: string): Examples =>
  Object.fromEntries(
    Object.entries(response.content ?? {}).map(([contentType, { examples }]) => [
      contentType,
      Object.fromEntries(
        Object.entries(examples ?? {}).map(([name, referable]) => {
          const { value } = resolve<Example>(document, referable)
          if (value === undefined) throw new Error(`Failed to read example "${name}" of ${place}: it has no value`)
          return [name, value]
        })
      )
    ])
  )
