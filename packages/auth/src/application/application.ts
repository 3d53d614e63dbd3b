import { deviceIdentifierHeader, deviceInfoHeader, forwardedForHeader, sha256, type DeviceInfo } from "@tve-pass/client"
import * as Context from "effect/Context"
import type * as Result from "effect/Result"
import type { AuthError } from "../errors/index.ts"
import { buildOption, checkObject, invalidConfiguration, validOption } from "../options/option.ts"
import {
  readRegisteredApplication,
  type RegisteredApplication,
  type RegisteredApplicationOptions
} from "./registered-application.ts"

/** Options of one application instance, that is one device. */
export interface ApplicationInstanceOptions {
  readonly device: {
    /** Stable and unique for the device. A different value loses the viewer's profiles. */
    readonly identifier: string
    /** The device's real values. Optional in browsers, whose `User-Agent` has the same data (C-DCR-4). */
    readonly info?: DeviceInfo | undefined
  }
  /** Distinguishes instances that share a store. Omit it in an app; on a server, pass the device's id. */
  readonly instanceId?: string | undefined
  /**
   * Additional headers of every protected call, for example `AD-Service-Token`. A function is called for each request;
   * if it returns `undefined`, the request is sent without the header. A header of the request itself takes precedence.
   */
  readonly headers?: RequestHeaders | undefined
  /**
   * The device's public IP address, which a server sends with every call (rule 18, address of the device). Omit it in
   * an app.
   */
  readonly forwardedFor?: string | undefined
}

/** Header values by name, or functions that return the value for each request. */
export interface RequestHeaders {
  readonly [name: string]: string | (() => string | undefined | PromiseLike<string | undefined>)
}

/** Options that identify an application instance to Adobe Pass. */
export type ApplicationOptions = RegisteredApplicationOptions & ApplicationInstanceOptions

/** A validated application instance, from which the requests for registration, token and protected calls are made. */
export interface Application extends RegisteredApplication {
  readonly instanceId: string
  readonly deviceHeaders: DeviceHeaders
  /** Additional headers of protected calls. */
  readonly requestHeaders?: RequestHeaders
  readonly key: ApplicationKey
}

/**
 * The device's headers with their final values. DCR calls carry `X-Device-Info` and `X-Forwarded-For`, protected calls
 * all three. `X-Forwarded-For` exists in server mode only (rule 18, address of the device).
 */
export interface DeviceHeaders {
  /** Absent if no device is involved, as for the management APIs. */
  readonly "AP-Device-Identifier"?: string
  readonly "X-Device-Info"?: string
  readonly "X-Forwarded-For"?: string
}

/**
 * Validates the options of an application instance. Fails with `InvalidConfiguration`, before any network call.
 *
 * @example
 * ```ts
 * const application = makeApplication({
 *   environment: "release-staging",
 *   softwareStatement: "header.payload.signature",
 *   device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" }
 * })
 * Result.map(application, ({ origin }) => origin) // => Result.succeed("https://sp.auth-staging.adobe.com")
 * ```
 */
export const makeApplication = (options: ApplicationOptions): Result.Result<Application, AuthError> =>
  validOption(() => readApplication(options))

/** @throws AuthError with reason `InvalidConfiguration` */
export const readApplication = (options: ApplicationOptions): Application =>
  readInstance(readRegisteredApplication(options), options)

/** Validates the options that all devices of a server share. Fails with `InvalidConfiguration`. */
export const makeRegisteredApplication = (
  options: RegisteredApplicationOptions
): Result.Result<RegisteredApplication, AuthError> => validOption(() => readRegisteredApplication(options))

/** Validates the options of one device of a server. Fails with `InvalidConfiguration`. */
export const makeApplicationInstance = (
  application: RegisteredApplication,
  options: ApplicationInstanceOptions
): Result.Result<Application, AuthError> => validOption(() => readInstance(application, options))

const readInstance = (application: RegisteredApplication, options: ApplicationInstanceOptions): Application => {
  checkObject("options", options)
  const { device, instanceId = "default", headers, forwardedFor } = options
  checkObject("device", device)
  const { identifier, info } = device
  // A number and its string would be two different instances.
  if (typeof instanceId !== "string" || instanceId === "") {
    throw invalidConfiguration("instanceId", "the instance id is not a string, or empty", "Pass the id of the device")
  }
  let key: ApplicationKey | undefined
  return {
    ...application,
    instanceId,
    deviceHeaders: {
      ...buildOption("device.identifier", () => deviceIdentifierHeader(identifier)),
      ...(info === undefined ? {} : buildOption("device.info", () => deviceInfoHeader(info))),
      ...(forwardedFor === undefined ? {} : buildOption("forwardedFor", () => forwardedForHeader(forwardedFor)))
    },
    ...(headers === undefined ? {} : { requestHeaders: readRequestHeaders(headers) }),
    // Lazy, because the key is a hash, and a request with a token in memory does not need it.
    get key() {
      return (key ??= makeApplicationKey(application.origin, application.statementHash, instanceId))
    }
  }
}

const readRequestHeaders = (headers: RequestHeaders): RequestHeaders => {
  checkObject("headers", headers)
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "function" ? isHeader(name, "") : typeof value === "string" && isHeader(name, value)) continue
    throw invalidConfiguration(
      `headers.${name}`,
      "it is not a header value",
      "Pass a string or a function that returns one"
    )
  }
  return headers
}

const isHeader = (name: string, value: string): boolean => {
  try {
    return new Headers({ [name]: value }).has(name)
  } catch {
    return false
  }
}

/**
 * Identifies one application instance: origin, SHA-256 of its software statement, and instance id. No shared call,
 * lock, record or bucket covers more than one key (rule 1, key).
 *
 * 40 hexadecimal digits, fit for record keys, file names and lock names.
 */
export type ApplicationKey = string & { readonly [applicationKey]: true }

declare const applicationKey: unique symbol

/** Derives the key of an application instance. */
export const makeApplicationKey = (origin: string, statementHash: string, instanceId: string): ApplicationKey =>
  // Boundary: the only place that creates a value of the branded type.
  sha256(JSON.stringify([origin, statementHash, instanceId])).slice(0, 40) as ApplicationKey

/** The service of {@link Application}. */
export const Application: Context.Service<Application, Application> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/Application")
