import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { AuthError } from "../errors/index.ts"

/** An error about an option; `problem` and `remedy` are sentences without their full stops. */
export const invalidConfiguration = (field: string, problem: string, remedy: string): AuthError =>
  new AuthError({ reason: { _tag: "InvalidConfiguration", field, problem, remedy } })

/**
 * Checks that a group of options is an object: null is not absent.
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

/** What reading an option gave. The readers of options throw nothing but {@link AuthError}. */
export const validOption = <Value>(read: () => Value): Result.Result<Value, AuthError> =>
  Result.try({ try: read, catch: (thrown) => thrown as AuthError })

/** Some of the settings, as options have them. */
export type Given<Settings> = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

/**
 * Settings, with what was given in place of their defaults. A default shows the type of its setting; numbers are not
 * negative, and those named in `positive` not zero either.
 *
 * Anything but an object is refused, `null` included: it is not the same as an option that is absent.
 *
 * @param group what the names of the settings are preceded by in errors
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const withDefaults = <Settings extends object>(
  group: string,
  defaults: Settings,
  given: Given<Settings> = {},
  positive: ReadonlyArray<keyof Settings & string> = []
): Settings => {
  checkObject(group.replace(".", ""), given)
  const settings = { ...defaults }
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    const example: unknown = Reflect.get(defaults, name)
    const isFit =
      typeof value === typeof example &&
      Effect.isEffect(value) === Effect.isEffect(example) &&
      (typeof value !== "number" || value > 0 || (value === 0 && !positive.some((other) => other === name)))
    if (!isFit)
      throw invalidConfiguration(
        group + name,
        "it is unknown, or of the wrong type or size",
        "Correct it, or leave it out"
      )
    Object.assign(settings, { [name]: value })
  }
  return settings
}
