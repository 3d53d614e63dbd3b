import { environments, type DeviceInfo, type EnvironmentName, type OriginOptions } from "@tve-pass/client"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { AuthError } from "../errors/index.ts"
import { invalidConfiguration } from "../options/option.ts"
import { makeApplication, type Application, type ApplicationOptions } from "../application/index.ts"

/**
 * Reads an application instance from the environment, or from any other `ConfigProvider`:
 *
 * | Variable | Option |
 * |---|---|
 * | `ADOBE_PASS_ENVIRONMENT` or `ADOBE_PASS_ORIGIN` | exactly one of the two |
 * | `ADOBE_PASS_SOFTWARE_STATEMENT` | required |
 * | `ADOBE_PASS_DEVICE_IDENTIFIER` | required |
 * | `ADOBE_PASS_DEVICE_INFO` | a JSON object, for example `{"model":"OLED55",...}` |
 * | `ADOBE_PASS_REDIRECT_URI`, `ADOBE_PASS_INSTANCE_ID`, `ADOBE_PASS_FORWARDED_FOR` | optional |
 *
 * Fails with `InvalidConfiguration`, which names the variable.
 *
 * @example
 * ```ts
 * import * as ConfigProvider from "effect/ConfigProvider"
 *
 * const variables = ConfigProvider.fromUnknown({
 *   ADOBE_PASS_ENVIRONMENT: "release-staging",
 *   ADOBE_PASS_SOFTWARE_STATEMENT: "header.payload.signature",
 *   ADOBE_PASS_DEVICE_IDENTIFIER: "ba23d141-d715-561c-94f4-e9e4c966b1eb"
 * })
 * const program = Effect.map(applicationFromEnvironment, ({ origin }) => origin)
 * Effect.runPromise(Effect.provide(program, ConfigProvider.layer(variables)))
 * // => "https://sp.auth-staging.adobe.com"
 * ```
 */
export const applicationFromEnvironment: Effect.Effect<Application, AuthError> = /* @__PURE__ */ Effect.gen(
  function* () {
    const options: ApplicationOptions = {
      ...(yield* readOrigin),
      softwareStatement: yield* required("ADOBE_PASS_SOFTWARE_STATEMENT"),
      device: { identifier: yield* required("ADOBE_PASS_DEVICE_IDENTIFIER"), info: yield* readDeviceInfo },
      redirectUri: yield* optional("ADOBE_PASS_REDIRECT_URI"),
      instanceId: yield* optional("ADOBE_PASS_INSTANCE_ID"),
      forwardedFor: yield* optional("ADOBE_PASS_FORWARDED_FOR")
    }
    return yield* Effect.fromResult(makeApplication(options))
  }
)

// Every variable is read as a secret, so that no error of `Config` quotes it. An empty variable counts as missing.
const optional = (name: string): Effect.Effect<string | undefined, AuthError> =>
  Config.option(Config.Redacted(name)).pipe(
    Effect.map((found) => (Option.isSome(found) && Redacted.value(found.value)) || undefined),
    Effect.mapError(() => invalidConfiguration(name, `${name} cannot be read`, "Check the configuration provider"))
  )

const required = (name: string): Effect.Effect<string, AuthError> =>
  Effect.flatMap(optional(name), (value) =>
    value === undefined
      ? Effect.fail(invalidConfiguration(name, `${name} is not set`, `Set ${name}`))
      : Effect.succeed(value)
  )

const readOrigin: Effect.Effect<OriginOptions, AuthError> = /* @__PURE__ */ Effect.gen(function* () {
  const environment = yield* optional("ADOBE_PASS_ENVIRONMENT")
  const origin = yield* optional("ADOBE_PASS_ORIGIN")
  if (origin !== undefined && environment === undefined) return { origin }
  // `resolveOrigin` refuses any other name.
  if (environment !== undefined && origin === undefined) return { environment: environment as EnvironmentName }
  return yield* Effect.fail(
    invalidConfiguration(
      "ADOBE_PASS_ENVIRONMENT",
      origin === undefined
        ? "neither ADOBE_PASS_ENVIRONMENT nor ADOBE_PASS_ORIGIN is set"
        : "ADOBE_PASS_ENVIRONMENT and ADOBE_PASS_ORIGIN are both set",
      `Set one of them, ADOBE_PASS_ENVIRONMENT to one of ${Object.keys(environments).join(", ")}`
    )
  )
})

const readDeviceInfo: Effect.Effect<DeviceInfo | undefined, AuthError> = /* @__PURE__ */ Effect.flatMap(
  /* @__PURE__ */ optional("ADOBE_PASS_DEVICE_INFO"),
  (json) => {
    if (json === undefined) return Effect.undefined
    return Effect.try({
      // The builder of the header checks the keys.
      try: () => Object.assign({}, JSON.parse(json)) as DeviceInfo,
      catch: () =>
        invalidConfiguration(
          "ADOBE_PASS_DEVICE_INFO",
          "ADOBE_PASS_DEVICE_INFO is not JSON",
          'Set it to an object such as {"model":"OLED55","version":"1.0","osName":"webOS","osVersion":"7.0","connectionType":"LAN"}'
        )
    })
  }
)
