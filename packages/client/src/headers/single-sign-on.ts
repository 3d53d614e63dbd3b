import { membersOf } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const serviceTokenName = "AD-Service-Token"
const subjectTokenName = "Adobe-Subject-Token"
const rokuConnectTokenName = "X-Roku-Reserved-Roku-Connect-Token"

/** The token of a platform identity service: exactly one of the two. */
export type PlatformIdentity =
  | {
      /** JWS or JWE of a platform such as Amazon Fire TV. */
      readonly subjectToken: string
      readonly rokuConnectToken?: never
    }
  | {
      /** JWS or JWE that RokuOS sent to a server. On the device, RokuOS adds the header automatically. */
      readonly rokuConnectToken: string
      readonly subjectToken?: never
    }

/** The header of a platform identity. */
export type PlatformIdentityHeader =
  | { readonly [subjectTokenName]: string; readonly [rokuConnectTokenName]?: never }
  | { readonly [rokuConnectTokenName]: string; readonly [subjectTokenName]?: never }

/**
 * Returns the header `Adobe-Subject-Token` or `X-Roku-Reserved-Roku-Connect-Token`, for single sign-on between
 * applications of a device.
 *
 * Fetch the token for each request rather than caching it, and check that it has not expired. The server does not
 * report an invalid token: it handles the request without single sign-on.
 *
 * Source: docs/protocol/headers.md, sections 5 and 6.
 *
 * @throws {InvalidHeaderError} if both or neither are given, or if the token is neither a compact JWS nor a compact JWE
 * @example
 * ```ts
 * platformIdentityHeader({ subjectToken: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI1ZiJ9.c2ln" })
 * // => { "Adobe-Subject-Token": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI1ZiJ9.c2ln" }
 * ```
 */
export const platformIdentityHeader = (identity: PlatformIdentity): PlatformIdentityHeader => {
  const { subjectToken, rokuConnectToken } = membersOf(identity)
  if (rokuConnectToken === undefined) {
    return { [subjectTokenName]: compactJwsOrJwe(subjectTokenName, subjectToken) }
  }
  if (subjectToken === undefined) {
    return { [rokuConnectTokenName]: compactJwsOrJwe(rokuConnectTokenName, rokuConnectToken) }
  }
  throw new InvalidHeaderError(subjectTokenName, `excludes ${rokuConnectTokenName}`, "Pass one of the two tokens")
}

/**
 * Returns the header `AD-Service-Token`, for single sign-on between the devices of a user of the programmer's identity
 * service.
 *
 * Send a fresh token with each request. The token of a user has the same `sub` on every device.
 *
 * Source: docs/protocol/headers.md, section 7.
 *
 * @throws {InvalidHeaderError} if the token is not a compact JWS with a signature
 * @example
 * ```ts
 * serviceTokenHeader("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIn0.c2ln")
 * // => { "AD-Service-Token": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIn0.c2ln" }
 * ```
 */
export const serviceTokenHeader = (token: string): { readonly [serviceTokenName]: string } => ({
  [serviceTokenName]: compactJws(serviceTokenName, token)
})

// Base64url parts contain no line break, which could end the header. An unsigned JWS has an empty third part.
const signed = /^[\w-]+(?:\.[\w-]+){2}$/
// The second part of a JWE, the encrypted key, is empty for some algorithms.
const encrypted = /^[\w-]+\.[\w-]*(?:\.[\w-]+){3}$/
const remedy = "Pass the token as it was issued"

/** Returns a token that is a compact JWS with a signature, and refuses any other. */
const compactJws = (header: string, token: unknown): string => {
  if (typeof token === "string" && signed.test(token)) return token
  throw new InvalidHeaderError(header, "is not a signed compact JWS", remedy)
}

/** Returns a token that is a compact JWS with a signature or a compact JWE, and refuses any other. */
const compactJwsOrJwe = (header: string, token: unknown): string => {
  if (typeof token === "string" && (signed.test(token) || encrypted.test(token))) return token
  throw new InvalidHeaderError(header, "is neither a signed compact JWS nor a compact JWE", remedy)
}
