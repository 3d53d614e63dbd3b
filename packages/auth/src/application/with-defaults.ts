import * as Effect from "effect/Effect"
import { checkObject, invalidConfiguration } from "./invalid-configuration.ts"

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
