import { entriesOf } from "./entries.ts"
import { InvalidRequestError } from "./invalid-request-error.ts"

/**
 * Merges headers of any form. A later header replaces an earlier one with the same name. `undefined` keeps the earlier
 * header, `null` removes it, and the items of an array are joined to one value.
 *
 * @throws {InvalidRequestError} that names the header, if HTTP does not allow its value
 */
export const mergeHeaders = (...sources: ReadonlyArray<object | null | undefined>): Headers => {
  const merged = new Headers()
  for (const source of sources) {
    for (const [name, value] of source ? entriesOf(source) : []) {
      if (value === null) merged.delete(name)
      else if (value !== undefined) setHeader(merged, name, Array.isArray(value) ? value.join(", ") : String(value))
    }
  }
  return merged
}

const setHeader = (headers: Headers, name: string, value: string): void => {
  try {
    headers.set(name, value)
  } catch {
    // The platform's error quotes the value, which may be a secret.
    throw new InvalidRequestError(
      name,
      `HTTP does not allow this header's name or value`,
      `Pass ASCII without line breaks`
    )
  }
}

/** Returns a content type without its parameters, in lower case, for comparisons. */
export const mediaTypeOf = (contentType: string | null | undefined): string =>
  (contentType ?? "").split(";", 1).join("").trim().toLowerCase()
