import { AuthError } from "../errors/index.ts"

/** An error about an option; `problem` and `remedy` are sentences without their full stops. */
export const invalidConfiguration = (field: string, problem: string, remedy: string): AuthError =>
  new AuthError({ reason: { _tag: "InvalidConfiguration", field, problem, remedy } })

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
    const [problem = "", ...remedy] = builderMessage(thrown).replace("Failed to", "cannot").split(". ")
    throw invalidConfiguration(field, problem, remedy.join(". ").replace(/\.$/, ""))
  }
}

// Told apart by tag, as two copies of the client may be installed. Other errors, of JSON.stringify for example, may quote
// the value.
const builderMessage = (thrown: unknown): string =>
  thrown instanceof Error && "_tag" in thrown ? thrown.message : "it cannot be sent. Pass plain JSON values."
