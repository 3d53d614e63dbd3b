import { resolveOrigin, sha256, type EnvironmentName, type OriginOptions } from "@tve-pass/client"
import * as Redacted from "effect/Redacted"
import { buildOption, checkObject, invalidConfiguration } from "../options/option.ts"
import { readSoftwareStatement } from "./software-statement.ts"

/**
 * The environment and the registered application. There is no default environment, so that production is an explicit
 * choice.
 */
export type RegisteredApplicationOptions = OriginOptions & {
  /** The JWT of the registered application, from the TVE Dashboard. Line breaks in it are ignored. */
  readonly softwareStatement: string | Redacted.Redacted
  /**
   * The page at which the browser ends after authentication. If it matches no domain of the registered application, the
   * server refuses it with `invalid_redirect_uri`.
   */
  readonly redirectUri?: string | undefined
}

/** The validated data that all instances of an application share. */
export interface RegisteredApplication {
  /** For example `https://sp.auth.adobe.com`, without a trailing slash. */
  readonly origin: string
  /** The environment that was passed instead of an origin. */
  readonly environment: EnvironmentName | undefined
  readonly softwareStatement: Redacted.Redacted
  /** SHA-256 of the statement in hexadecimal digits. */
  readonly statementHash: string
  /** Sent to `register` unless `undefined`. */
  readonly redirectUri: string | undefined
}

/** @throws AuthError with reason `InvalidConfiguration` */
export const readRegisteredApplication = (options: RegisteredApplicationOptions): RegisteredApplication => {
  checkObject("options", options)
  const origin = readOrigin(options)
  const softwareStatement = readSoftwareStatement(options.softwareStatement)
  return {
    origin,
    environment: options.environment,
    softwareStatement,
    statementHash: sha256(Redacted.value(softwareStatement)),
    redirectUri: readRedirectUri(options.redirectUri)
  }
}

/** Resolves the origin like `resolveOrigin`, with remedies for the two most frequent mistakes. */
const readOrigin = (options: RegisteredApplicationOptions): string => {
  const { environment, origin } = options
  if (environment !== undefined && origin !== undefined) {
    throw invalidConfiguration("origin", "environment and origin are both given", "Pass one of them only")
  }
  if (environment === undefined && origin === undefined) {
    throw invalidConfiguration("environment", "neither environment nor origin is given", "Pass one of them")
  }
  return buildOption(origin === undefined ? "environment" : "origin", () => {
    try {
      return resolveOrigin(options)
    } catch (thrown) {
      if (!isInsecureOrigin(origin)) throw thrown
      throw invalidConfiguration(
        "origin",
        "it is an http: origin of another machine, which would send secrets unencrypted",
        "Pass an https: origin, or allowInsecure: true as well if it is a simulator"
      )
    }
  })
}

const isInsecureOrigin = (origin: string | undefined): boolean => {
  try {
    return origin !== undefined && resolveOrigin({ origin, allowInsecure: true }) !== ""
  } catch {
    return false
  }
}

/** Checks only the form, because custom schemes of apps are allowed. */
const readRedirectUri = (redirectUri: unknown): string | undefined => {
  if (redirectUri === undefined) return undefined
  if (typeof redirectUri === "string" && /^[a-z][a-z\d+.-]*:\S+$/i.test(redirectUri)) return redirectUri
  throw invalidConfiguration(
    "redirectUri",
    "the redirect URI is not an absolute URI",
    "Pass one such as adobepass://com.programmer, or leave it out"
  )
}
