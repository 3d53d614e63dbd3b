import { missingParametersOf, type AuthenticationParameter } from "./missing-parameters.ts"
import { validityOf, type Validity } from "./read-timestamp.ts"
import type { Schemas } from "./schemas.ts"
import { withoutNull, type WithoutNull } from "../without-null.ts"

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
 * of `null`.
 *
 * Source: docs/protocol/rest-api-v2.md, section 9.
 *
 * @example
 * readSessionDetails({
 *   existingParameters: { domain: "adobe.com" },
 *   missingParameters: ["mvpd"],
 *   device: { type: "Desktop", model: null },
 *   notBefore: "1761299929958",
 *   notAfter: "1761301729958"
 * })
 * // => { existingParameters: { domainName: "adobe.com" }, missingParameters: ["mvpd"], device: { type: "Desktop" }, notBefore: 1761299929958, notAfter: 1761301729958 }
 */
export const readSessionDetails = (details: Schemas["SessionDetails"]): AuthenticationSessionDetails => {
  // Answers of older servers lack either object.
  const { existingParameters = {}, missingParameters, device = {}, notBefore, notAfter } = withoutNull(details)
  const { domain, domainName = domain, ...others } = existingParameters
  return {
    existingParameters: { ...others, ...(domainName === undefined ? {} : { domainName }) },
    missingParameters: missingParametersOf(missingParameters),
    device,
    ...validityOf({ notBefore, notAfter })
  }
}
