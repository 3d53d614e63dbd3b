import { listOf, objectOf, withoutNull, type WithoutNull } from "../json.ts"
import { validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"
import { absoluteUrl, type CalledServer } from "./urls.ts"

/** Name of a parameter that an authentication needs, as a request spells it. */
export type AuthenticationParameter = Exclude<Schemas["MissingParameter"], "domain">

/** What to do next about an authentication, ready to act on. Branch on `actionName`, never on `reasonType` alone. */
export interface AuthenticationSession
  extends Omit<Schemas["Session"], "url" | "missingParameters" | "notBefore" | "notAfter">, Validity {
  /** Where to go next, absolute: `authenticate` opens it in a user agent. */
  readonly url?: string
  /** What `resume` and `retry` have to supply; empty otherwise. */
  readonly missingParameters: ReadonlyArray<AuthenticationParameter>
}

/**
 * Reads a session: absolute `url`, timestamps in milliseconds, absent members instead of `null`, and the request's
 * names of missing parameters. Never throws.
 *
 * `server` is the origin that was called, or the transport: `readSession(data, pass)`.
 *
 * Source: docs/protocol/rest-api-v2.md, section 6.
 *
 * @example
 * ```ts
 * readSession(
 *   { actionName: "authenticate", url: "/api/v2/authenticate/REF30/8ER640M", notAfter: "1733737089035" },
 *   "https://sp.auth.adobe.com"
 * )
 * // => { actionName: "authenticate", url: "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M", missingParameters: [], notAfter: 1733737089035 }
 * ```
 */
export const readSession = (session: Schemas["Session"], server: CalledServer): AuthenticationSession => {
  const { url, missingParameters, notBefore, notAfter, ...others } = objectOf(withoutNull(session))
  const absolute = absoluteUrl(url, server)
  return {
    ...others,
    ...(absolute === undefined ? {} : { url: absolute }),
    missingParameters: missingParametersOf(missingParameters),
    ...validityOf({ notBefore, notAfter })
  }
}

/** What a second device learns about a session by its code. */
export interface AuthenticationSessionDetails extends Validity {
  /** What the session already knows. */
  readonly existingParameters: Omit<Schemas["ExistingParameters"], "domain">
  /** What still has to be supplied; empty when the session is complete. */
  readonly missingParameters: ReadonlyArray<AuthenticationParameter>
  /** The streaming device that created the session. */
  readonly device: WithoutNull<Schemas["DeviceDetails"]>
}

/**
 * Reads the details of a session: `domain` as `domainName` (C-V2-6), timestamps in milliseconds, absent members instead
 * of `null`. An IP address is there if it arrived as a string. Never throws.
 *
 * Source: docs/protocol/rest-api-v2.md, section 9.
 *
 * @example
 * ```ts
 * readSessionDetails({
 *   existingParameters: { domain: "adobe.com" },
 *   missingParameters: ["mvpd"],
 *   device: { type: "Desktop", model: null },
 *   notBefore: "1761299929958",
 *   notAfter: "1761301729958"
 * })
 * // => { existingParameters: { domainName: "adobe.com" }, missingParameters: ["mvpd"], device: { type: "Desktop" }, notBefore: 1761299929958, notAfter: 1761301729958 }
 * ```
 */
export const readSessionDetails = (details: Schemas["SessionDetails"]): AuthenticationSessionDetails => {
  // Servers before October 2025 send neither object.
  const { existingParameters, missingParameters, device, notBefore, notAfter } = objectOf(withoutNull(details))
  const { domain, domainName = domain, ...others } = objectOf(existingParameters)
  return {
    existingParameters: { ...others, ...(domainName === undefined ? {} : { domainName }) },
    missingParameters: missingParametersOf(missingParameters),
    device: deviceOf(objectOf(device)),
    ...validityOf({ notBefore, notAfter })
  }
}

/** Responses ask for `domain` where requests say `domainName` (C-V2-6). */
const missingParametersOf = (
  names: ReadonlyArray<Schemas["MissingParameter"]> | undefined
): ReadonlyArray<AuthenticationParameter> => listOf(names).map((name) => (name === "domain" ? "domainName" : name))

type Device = AuthenticationSessionDetails["device"]

const deviceOf = (device: Device): Device => {
  const { connection, ...others } = device
  if (connection === undefined) return device
  const { ipAddress, ...rest } = objectOf(connection)
  return { ...others, connection: typeof ipAddress === "string" ? { ...rest, ipAddress } : rest }
}
