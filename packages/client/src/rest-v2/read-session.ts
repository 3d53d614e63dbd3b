import { listOf, objectOf, withoutNull, type WithoutNull } from "../json.ts"
import { validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"
import { absoluteUrl, type CalledServer } from "./urls.ts"

/** The name of a parameter of an authentication, as in requests. */
export type AuthenticationParameter = Exclude<Schemas["MissingParameter"], "domain">

/** The next step of an authentication. Branch on `actionName`, never on `reasonType` alone. */
export interface AuthenticationSession
  extends Omit<Schemas["Session"], "url" | "missingParameters" | "notBefore" | "notAfter">, Validity {
  /** The absolute address of the next step. For `authenticate`, open it in a user agent. */
  readonly url?: string
  /** The parameters that `resume` and `retry` have to supply; otherwise empty. */
  readonly missingParameters: ReadonlyArray<AuthenticationParameter>
}

/**
 * Reads a session, with an absolute `url`, timestamps in milliseconds, absent members instead of `null`, and missing
 * parameters by the names of requests. Never throws.
 *
 * `server` is the origin of the request, or the transport: `readSession(data, pass)`.
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

/** The details of a session, which a second device reads by its code. */
export interface AuthenticationSessionDetails extends Validity {
  /** The parameters that the session has. */
  readonly existingParameters: Omit<Schemas["ExistingParameters"], "domain">
  /** The parameters that are still missing; empty if the session is complete. */
  readonly missingParameters: ReadonlyArray<AuthenticationParameter>
  /** The streaming device that created the session. */
  readonly device: WithoutNull<Schemas["DeviceDetails"]>
}

/**
 * Reads the details of a session, with `domain` as `domainName` (C-V2-6), timestamps in milliseconds, and absent
 * members instead of `null`. An IP address is present only if it arrived as a string. Never throws.
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
  // Servers before October 2025 omit both objects.
  const { existingParameters, missingParameters, device, notBefore, notAfter } = objectOf(withoutNull(details))
  const { domain, domainName = domain, ...others } = objectOf(existingParameters)
  return {
    existingParameters: { ...others, ...(domainName === undefined ? {} : { domainName }) },
    missingParameters: missingParametersOf(missingParameters),
    device: deviceOf(objectOf(device)),
    ...validityOf({ notBefore, notAfter })
  }
}

/** Responses say `domain`, and requests say `domainName` (C-V2-6). */
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
