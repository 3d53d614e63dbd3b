import { environments, type EnvironmentName } from "./environments.ts"
import { InvalidOriginError } from "./invalid-origin-error.ts"

/** Where to send requests: a named environment, or any other origin such as a simulator's. */
export type OriginOptions =
  | { readonly environment: EnvironmentName; readonly origin?: never; readonly allowInsecure?: never }
  | {
      /** Scheme, host and port: `https://sp.auth.adobe.com`, `http://127.0.0.1:4010`. */
      readonly origin: string
      readonly environment?: never
      /** Accept `http:` off loopback, for a simulator in another container. Secrets travel in clear text. */
      readonly allowInsecure?: boolean
    }

/**
 * The origin of an environment, or a checked and normalised origin of your own.
 *
 * An origin is `https:` (`http:` on loopback only, unless `allowInsecure`) and has no path, query, fragment or
 * credentials: paths of the API include `/o` and `/api/v2`.
 *
 * Source: docs/protocol/dcr.md, section 2.
 *
 * @throws {InvalidOriginError} for an unknown environment, or an origin that is not one.
 * @example
 * resolveOrigin({ environment: "release-staging" }) // => "https://sp.auth-staging.adobe.com"
 * resolveOrigin({ origin: "http://localhost:4010/" }) // => "http://localhost:4010"
 */
export const resolveOrigin = ({ environment, origin, allowInsecure }: OriginOptions): string => {
  if (origin === undefined) return originOf(environment)
  // The types exclude it, but options come from configuration files as well.
  if (environment !== undefined) throw invalid("comes with an environment")
  const url = parse(origin)
  if (url.protocol !== "https:" && url.protocol !== "http:") throw invalid("is neither https: nor http:")
  // The parsed form of an origin is the origin and a slash; anything else in it is no part of an origin.
  if (url.href !== `${url.origin}/`) throw invalid("has a path, query, fragment or credentials")
  if (url.protocol === "http:" && allowInsecure !== true && !isLoopback(url.hostname)) {
    throw invalid("is http: on a host that is not this machine")
  }
  return url.origin
}

const originOf = (environment: EnvironmentName): string => {
  if (Object.prototype.hasOwnProperty.call(environments, environment)) return environments[environment]
  throw invalid("has an unknown environment, or none")
}

const parse = (origin: string): URL => {
  try {
    return new URL(origin)
  } catch {
    throw invalid("is not a URL")
  }
}

const invalid = (problem: string): InvalidOriginError =>
  new InvalidOriginError(
    problem,
    `Pass one of the environments ${Object.keys(environments).join(", ")}, or an origin such as https://sp.auth.adobe.com`
  )

const isLoopback = (hostname: string): boolean => /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
