import { resolveOrigin, sha256, type EnvironmentName, type OriginOptions } from "@tve-pass/client"
import * as Redacted from "effect/Redacted"
import { buildOption, checkObject, invalidConfiguration } from "../options/option.ts"
import { readSoftwareStatement } from "./software-statement.ts"

/** Where to register, and as what. There is no default environment: production has to be asked for. */
export type RegisteredApplicationOptions = OriginOptions & {
  /** The JWT of the registered application, line folds included. */
  readonly softwareStatement: string | Redacted.Redacted
  /**
   * Where the browser ends after authentication. The server refuses one that matches no domain of the registered
   * application with `invalid_redirect_uri`.
   */
  readonly redirectUri?: string | undefined
}

/** What all instances of an application have in common. */
export interface RegisteredApplication {
  /** For example `https://sp.auth.adobe.com`, without a trailing slash. */
  readonly origin: string
  /** The name that the origin was configured by. */
  readonly environment: EnvironmentName | undefined
  readonly softwareStatement: Redacted.Redacted
  /** SHA-256 of the statement in hexadecimal digits. */
  readonly statementHash: string
  /** Sent to `register`; `undefined` leaves it out. */
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

/** The same as `resolveOrigin`, with remedies for the two mistakes that are made most often. */
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

/** Only its form is checked: schemes of apps are as good as `https`. */
const readRedirectUri = (redirectUri: unknown): string | undefined => {
  if (redirectUri === undefined) return undefined
  if (typeof redirectUri === "string" && /^[a-z][a-z\d+.-]*:\S+$/i.test(redirectUri)) return redirectUri
  throw invalidConfiguration(
    "redirectUri",
    "the redirect URI is not an absolute URI",
    "Pass one such as adobepass://com.programmer, or leave it out"
  )
}
