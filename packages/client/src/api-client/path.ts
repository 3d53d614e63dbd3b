import { InvalidRequestError } from "./invalid-request-error.ts"

// URL parsers resolve dot segments, even with encoded dots, and some servers decode slashes first.
const dotSegment = /(?:^|[/\\])(?:\.|%2e){1,2}(?:$|[/\\])/i

/**
 * Fills the `{parameters}` of a path template, percent-encoded.
 *
 * Refuses values with which the request would reach another operation: an empty string, a dot segment, a missing value,
 * or a value that is not a string.
 *
 * @throws {InvalidRequestError} that names the parameter
 */
export const fillPath = (template: string, values: { readonly [name: string]: unknown } = {}): string =>
  template.replace(/\{([^{}]+)\}/g, (_placeholder, name: string) => {
    const value = values[name]
    const problem = problemOf(value)
    if (problem === undefined) return encodeURIComponent(String(value))
    throw new InvalidRequestError(
      name,
      `the path parameter ${name} ${problem}`,
      `Pass the ${name} as Adobe Pass knows it; another value would call another operation`
    )
  })

const problemOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return "is missing"
  if (typeof value !== "string") return "is not a string"
  if (value.trim() === "") return "is empty"
  if (dotSegment.test(value)) return "has a dot segment"
  return isWellFormed(value) ? undefined : "is not valid Unicode"
}

const isWellFormed = (value: string): boolean => {
  try {
    encodeURIComponent(value)
    return true
  } catch {
    return false
  }
}
