/** The known values of an open enum: `"plain" | "enc"` of `"plain" | "enc" | (string & Record<never, never>)`. */
export type Known<Value extends string> = Value extends unknown ? (string extends Value ? never : Value) : never

/**
 * Branches on an open enum: one case for each known value, and `otherwise` for unknown values.
 *
 * Does not compile for a type without known values, such as `string`. If a later version of this package knows more
 * values, the call does not compile until it has a case for each of them. At run time, unknown values always go to
 * `otherwise`.
 *
 * @example
 * ```ts
 * match("lunch", { breakfast: () => 1, dinner: () => 2 }, (meal) => meal.length)
 * // => 5
 * ```
 */
export const match = <Value extends string, Result>(
  // A type without known values would need no case.
  value: [Known<Value>] extends [never] ? never : Value,
  cases: { readonly [Literal in Known<Value>]: (value: Literal) => Result },
  otherwise: (value: string) => Result
): Result => {
  // Boundary: a property of `cases` itself is a known value, and its function accepts that value.
  const handlers = cases as object as { readonly [value: string]: (value: string) => Result }
  const handler = Object.prototype.hasOwnProperty.call(handlers, value) ? handlers[value] : undefined
  return (handler ?? otherwise)(value)
}
