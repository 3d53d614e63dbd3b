/** The values of an open enum that this version knows: `"plain" | "enc"` of `"plain" | "enc" | (string & Record<never, never>)`. */
export type Known<Value extends string> = Value extends unknown ? (string extends Value ? never : Value) : never

/**
 * Branches on an open enum: one case for each known value, and one for values that this version does not know.
 *
 * Does not compile for a type without known values, such as `string`. The finite sets of the protocol may grow. A value that a later version learns is a compile error here until it has a
 * case; at run time it has always gone to `otherwise`.
 *
 * @example
 * ```ts
 * match("lunch", { breakfast: () => 1, dinner: () => 2 }, (meal) => meal.length)
 * // => 5
 * ```
 */
export const match = <Value extends string, Result>(
  // Without known values there is nothing to branch on, and no case would be missing.
  value: [Known<Value>] extends [never] ? never : Value,
  cases: { readonly [Literal in Known<Value>]: (value: Literal) => Result },
  otherwise: (value: string) => Result
): Result => {
  // Boundary: an own property of `cases` is a known value, and its case takes that value.
  const handlers = cases as object as { readonly [value: string]: (value: string) => Result }
  const handler = Object.prototype.hasOwnProperty.call(handlers, value) ? handlers[value] : undefined
  return (handler ?? otherwise)(value)
}
