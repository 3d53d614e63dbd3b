import type { OpenApiDocument, Referable, Reference } from "./openapi.ts"

const isReference = (value: object): value is Reference => "$ref" in value

/** Follows `$ref` until a value in place is found; a bundled document only has references into itself. */
export const resolve = <Value extends object>(document: OpenApiDocument, referable: Referable<Value>): Value => {
  if (!isReference(referable)) return referable
  const { $ref } = referable
  if (!$ref.startsWith("#/"))
    throw new Error(`Failed to resolve ${$ref}: only references into the bundled spec are read`)
  let target: unknown = document
  for (const segment of $ref.slice(2).split("/")) {
    const name = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~")
    target =
      typeof target === "object" && target !== null
        ? Object.entries(target).find(([key]) => key === name)?.[1]
        : undefined
  }
  if (typeof target !== "object" || target === null) throw new Error(`Failed to resolve ${$ref}: nothing is there`)
  // Boundary: the kind of object a reference points at is the bundler's and the linter's business.
  return resolve(document, target as Referable<Value>)
}
