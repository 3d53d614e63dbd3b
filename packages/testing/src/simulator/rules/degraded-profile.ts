import { sha256 } from "@tve-pass/client"
import type { Schemas } from "../protocol/schemas.ts"

/** Prefix of every `userID` of a degraded profile (docs/protocol/rest-api-v2.md section 11). */
const prefix = "95cf93bcd183214a"

/** In milliseconds: a minute, as in the sample, so that degraded access is checked repeatedly. */
const lifetime = 60_000

/** Returns the profile of a device during an AuthNAll rule. */
export const degradedProfile = (device: string, now: number): Schemas["Profile"] => ({
  notBefore: now,
  notAfter: now + lifetime,
  issuer: "Adobe",
  type: "degraded",
  attributes: { userID: { value: `${prefix}${sha256(device).slice(0, 40)}`, state: "plain" } }
})
