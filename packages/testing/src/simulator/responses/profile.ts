import type { Schemas } from "../protocol/schemas.ts"
import type { StoredProfile } from "../state/profiles.ts"
import { type SimulatedResponse, json } from "./simulated-response.ts"

export type StoredProfileType = StoredProfile["type"] | "platformSSO" | "serviceTokenSSO"

/** A stored profile as operations 6, 7, 8 and 13 return it, seen as `type` by the application that asks. */
export const describeProfile = (profile: StoredProfile, type: StoredProfileType): Schemas["Profile"] => {
  const { viewer } = profile
  const attributes = Object.entries(viewer.attributes).map(([name, { value, state }]) => [
    name,
    attribute(value, state ?? "plain")
  ])
  return {
    notBefore: profile.notBefore,
    notAfter: profile.notAfter,
    issuer: type === "appleSSO" ? "Apple" : profile.mvpd,
    type,
    // Boundary: the specs type the well-known attributes, a test may choose any.
    attributes: {
      userID: attribute(viewer.id, "plain"),
      upstreamUserID: attribute(viewer.id, "plain"),
      mvpd: attribute(profile.mvpd, "plain"),
      ...Object.fromEntries(attributes),
      ...(type === "appleSSO" ? { tokenSource: attribute("Apple", "plain") } : {})
    } as Schemas["Profile"]["attributes"]
  }
}

const attribute = (value: unknown, state: string) => ({ value, state }) as Schemas["ProfileAttribute"]

export const profilesResponse = (profiles: Schemas["Profiles"]["profiles"]): SimulatedResponse =>
  json(200, { profiles } satisfies Schemas["Profiles"])
