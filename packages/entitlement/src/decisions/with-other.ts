/** Adds the members that the protocol pages do not describe, out of sight of everything that prints or copies a decision. */
export const withOther = <Decision extends object>(
  decision: Decision,
  other: { readonly [name: string]: unknown } | undefined
): Decision => (other === undefined ? decision : Object.defineProperty(decision, "other", { value: other }))
