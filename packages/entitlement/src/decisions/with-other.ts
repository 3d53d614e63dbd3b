/**
 * Adds the undocumented members of a decision as a property that is not enumerable, so that they are neither printed
 * nor copied.
 */
export const withOther = <Decision extends object>(
  decision: Decision,
  other: { readonly [name: string]: unknown } | undefined
): Decision => (other === undefined ? decision : Object.defineProperty(decision, "other", { value: other }))
