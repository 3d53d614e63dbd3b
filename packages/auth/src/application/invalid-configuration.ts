import { AuthError } from "../errors/index.ts"

/** An error about an option; `problem` and `remedy` are sentences without their full stops. */
export const invalidConfiguration = (field: string, problem: string, remedy: string): AuthError =>
  new AuthError({ reason: { _tag: "InvalidConfiguration", field, problem, remedy } })

/**
 * Checks that a group of options is an object: null is not absent, and text is no group.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const checkObject = (field: string, value: unknown): void => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return
  throw invalidConfiguration(field, `it is ${value === null ? "null" : "not an object"}`, "Pass an object")
}

/**
 * Runs a builder of `@tve-pass/client`, whose errors say in two sentences what is wrong and what to pass, and never
 * quote the value.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const buildOption = <Value>(field: string, build: () => Value): Value => {
  try {
    return build()
  } catch (thrown) {
    if (thrown instanceof AuthError) throw thrown
    const [problem = "", ...remedy] = builderMessage(thrown).replace("Failed to", "cannot").split(". ")
    throw invalidConfiguration(field, problem, remedy.join(". ").replace(/\.$/, ""))
  }
}

// Told apart by tag, as two copies of the client may be installed. Other errors, of JSON.stringify for example, may quote
// the value.
const builderMessage = (thrown: unknown): string =>
  thrown instanceof Error && "_tag" in thrown ? thrown.message : "it cannot be sent. Pass plain JSON values."
