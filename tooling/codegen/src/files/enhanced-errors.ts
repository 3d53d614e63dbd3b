import type { JsonObject, JsonValue } from "../json.ts"
import { table } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"

/** The catalogue of enhanced error codes, or `undefined` for an API that has none. `meaning` is for readers of the spec. */
export const enhancedErrorsFile = ({ document, path }: BundledSpec): string | undefined => {
  const catalogue = document.components?.schemas?.["EnhancedErrorCode"]?.["x-enhanced-errors"]
  if (catalogue === undefined) return undefined
  const entries = Object.entries(catalogue).map(([code, entry]) => [
    code,
    {
      action: fieldOf(path, code, entry, "action"),
      status: fieldOf(path, code, entry, "status"),
      reaction: fieldOf(path, code, entry, "reaction")
    }
  ])
  return `export const enhancedErrors = ${table(Object.fromEntries(entries))} as const\n`
}

const fieldOf = (path: string, code: string, entry: JsonObject, field: string): JsonValue => {
  const value = entry[field]
  if (value === undefined) throw new Error(`Failed to read x-enhanced-errors of ${path}: "${code}" has no "${field}"`)
  return value
}
