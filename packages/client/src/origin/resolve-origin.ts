/**
 * Origins of the four Adobe Pass environments; each serves both DCR and the REST API V2.
 *
 * Test in `prequal-production` and `release-staging` before going live in `release-production`.
 *
 * Source: docs/protocol/dcr.md, section 2.
 */
export const environments = {
  "release-production": "https://sp.auth.adobe.com",
  "release-staging": "https://sp.auth-staging.adobe.com",
  "prequal-production": "https://sp-prequal.auth.adobe.com",
  "prequal-staging": "https://sp-prequal.auth-staging.adobe.com"
} as const

/**
 * Origins of the management APIs of the four environments. Their access tokens come from {@link environments}.
 *
 * Source: docs/protocol/management/reset-temp-pass.md, section "Hosts".
 */
export const managementEnvironments = {
  "release-production": "https://mgmt.auth.adobe.com",
  "release-staging": "https://mgmt.auth-staging.adobe.com",
  "prequal-production": "https://mgmt-prequal.auth.adobe.com",
  "prequal-staging": "https://mgmt-prequal.auth-staging.adobe.com"
} as const satisfies Readonly<Record<EnvironmentName, string>>

/** Name of an Adobe Pass environment. */
export type EnvironmentName = keyof typeof environments

/**
 * The environment is unknown, or the origin is invalid. The message says why and what to pass, and never quotes the
 * value.
 */
export class InvalidOriginError extends Error {
  readonly _tag = "InvalidOriginError"
  override readonly name = "InvalidOriginError"

  constructor(problem: string) {
    super(
      `The origin ${problem}. Pass one such as https://sp.auth.adobe.com, or one of ${Object.keys(environments).join()}.`
    )
  }
}

/** The destination of requests: a named environment, or another origin, for example of a simulator. */
export type OriginOptions =
  | { readonly environment: EnvironmentName; readonly origin?: never; readonly allowInsecure?: never }
  | {
      /** Scheme, host and port: `https://sp.auth.adobe.com`, `http://127.0.0.1:4010`. */
      readonly origin: string
      readonly environment?: never
      /** Accepts `http:` outside of loopback, for a simulator in another container. Secrets are sent unencrypted. */
      readonly allowInsecure?: boolean
    }

/**
 * Returns the origin of an environment, or checks and normalises any other origin.
 *
 * An origin is `https:` (`http:` only on loopback, or with `allowInsecure`) and has no path, query, fragment or
 * credentials. The paths of the APIs include `/o` and `/api/v2`.
 *
 * Source: docs/protocol/dcr.md, section 2.
 *
 * @throws {InvalidOriginError} for an unknown environment or an invalid origin
 * @example
 * ```ts
 * resolveOrigin({ environment: "release-staging" }) // => "https://sp.auth-staging.adobe.com"
 * resolveOrigin({ origin: "http://localhost:4010/" }) // => "http://localhost:4010"
 * ```
 */
export const resolveOrigin = ({ environment, origin, allowInsecure }: OriginOptions): string => {
  // Checked at run time too, because options may come from configuration files.
  if (origin === undefined && Object.keys(environments).includes(environment)) return environments[environment]
  if (origin === undefined || environment !== undefined) throw new InvalidOriginError("is unknown or ambiguous")
  const href = hrefOf(origin)
  if ((allowInsecure === true ? anyOrigin : secureOrigin).test(href)) return href.slice(0, -1)
  throw new InvalidOriginError("is neither an https: origin nor an origin of this machine")
}

const hrefOf = (origin: string): string => {
  try {
    return new URL(origin).href
  } catch {
    return ""
  }
}

// Matches the origin of a parsed URL, which ends with a slash if it has no path, and has no empty port, user or
// password.
const anyOrigin = /^https?:\/\/[^/?#@]+\/$/
const secureOrigin = /^(https:\/\/[^/?#@]+|http:\/\/(([^/?#@]+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?)\/$/
