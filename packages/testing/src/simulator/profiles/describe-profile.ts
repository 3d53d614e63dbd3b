import type { Schemas } from "../wire/schemas.ts"
import type { StoredProfile } from "./stored-profile.ts"

export type StoredProfileType = StoredProfile["type"] | "platformSSO" | "serviceTokenSSO"

/** A stored profile as operations 6, 7, 8 and 13 return it, seen as `type` by the application that asks. */
export const describeProfile = (profile: StoredProfile, type: StoredProfileType): Schemas["Profile"] => {
  const { viewer } = profile
  const attributes: Record<string, Schemas["ProfileAttribute"]> = {}
  for (const [name, { value, state }] of Object.entries(viewer.attributes)) {
    attributes[name] = attribute(value, state ?? "plain")
  }
  if (type === "appleSSO") attributes["tokenSource"] = attribute("Apple", "plain")
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
      ...attributes
    } as Schemas["Profile"]["attributes"]
  }
}

const attribute = (value: unknown, state: string) => ({ value, state }) as Schemas["ProfileAttribute"]
