import { compactJwsOrJwe } from "./compact-token.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const subjectTokenName = "Adobe-Subject-Token"
const rokuConnectTokenName = "X-Roku-Reserved-Roku-Connect-Token"

/** Token of one platform identity service; exactly one of them is used at a time. */
export type PlatformIdentity =
  | {
      /** JWS or JWE of a platform such as Amazon Fire TV. */
      readonly subjectToken: string
      readonly rokuConnectToken?: never
    }
  | {
      /** JWS or JWE that RokuOS sent to a server. On the device RokuOS adds the header by itself. */
      readonly rokuConnectToken: string
      readonly subjectToken?: never
    }

/** The one header of a platform identity. */
export type PlatformIdentityHeader =
  | { readonly [subjectTokenName]: string; readonly [rokuConnectTokenName]?: never }
  | { readonly [rokuConnectTokenName]: string; readonly [subjectTokenName]?: never }

/**
 * `Adobe-Subject-Token` or `X-Roku-Reserved-Roku-Connect-Token`: single sign-on between applications of a device.
 *
 * Fetch the token for each request rather than caching it, and check that it has not expired: an invalid one is no
 * error, the request is served without single sign-on.
 *
 * Source: docs/protocol/headers.md, sections 5 and 6.
 *
 * @throws {InvalidHeaderError} when both or neither are given, or the token is neither a compact JWS nor a compact JWE.
 * @example
 * platformIdentityHeader({ subjectToken: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI1ZiJ9.c2ln" })
 * // => { "Adobe-Subject-Token": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI1ZiJ9.c2ln" }
 */
export const platformIdentityHeader = ({
  subjectToken,
  rokuConnectToken
}: PlatformIdentity): PlatformIdentityHeader => {
  if (rokuConnectToken === undefined) {
    return { [subjectTokenName]: compactJwsOrJwe(subjectTokenName, subjectToken) }
  }
  if (subjectToken === undefined) {
    return { [rokuConnectTokenName]: compactJwsOrJwe(rokuConnectTokenName, rokuConnectToken) }
  }
  throw new InvalidHeaderError(subjectTokenName, `excludes ${rokuConnectTokenName}`, "Pass one of the two tokens")
}
