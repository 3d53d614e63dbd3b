import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { AuthError } from "../errors/index.ts"

/** Creates the error of an invalid option. `problem` and `remedy` are sentences without their full stops. */
export const invalidConfiguration = (field: string, problem: string, remedy: string): AuthError =>
  new AuthError({ reason: { _tag: "InvalidConfiguration", field, problem, remedy } })

/**
 * Checks that a group of options is an object, not `null`.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const checkObject = (field: string, value: unknown): void => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return
  throw invalidConfiguration(field, `it is ${value === null ? "null" : "not an object"}`, "Pass an object")
}

/**
 * Runs a builder of `@tve-pass/client`. Its errors say in two sentences what is wrong and what to pass, and never quote
 * the value.
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

// Compares the tag, because two copies of the client may be installed. Other errors, for example of `JSON.stringify`,
// may quote the value.
const builderMessage = (thrown: unknown): string =>
  thrown instanceof Error && "_tag" in thrown ? thrown.message : "it cannot be sent. Pass plain JSON values."

/** Returns the result of reading an option. Readers of options throw only {@link AuthError}. */
export const validOption = <Value>(read: () => Value): Result.Result<Value, AuthError> =>
  Result.try({ try: read, catch: (thrown) => thrown as AuthError })

/** Options for some of the settings. */
export type Given<Settings> = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

/**
 * Merges options into the default settings. Each option must have the type of its default. Numbers must not be
 * negative, and those named in `positive` must not be zero.
 *
 * Refuses anything but an object, including `null`, which differs from an absent option.
 *
 * @param group prefix of the names of the settings in errors
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
