import { compactJws } from "./compact-token.ts"

const name = "AD-Service-Token"

/**
 * `AD-Service-Token`: single sign-on between the devices of a user, by an identity service of the programmer.
 *
 * Send a fresh, unexpired token each time; the same user gives the same `sub` on every device.
 *
 * Source: docs/protocol/headers.md, section 7.
 *
 * @throws {InvalidHeaderError} when the token is not a compact JWS with a signature.
 * @example
 * serviceTokenHeader("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIn0.c2ln")
 * // => { "AD-Service-Token": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIn0.c2ln" }
 */
export const serviceTokenHeader = (token: string): { readonly [name]: string } => ({ [name]: compactJws(name, token) })
