import type { EnhancedError } from "@tve-pass/client"
import type { AuthenticatedProfile, MetadataValue } from "@tve-pass/client/rest-v2"

/** The remaining time or resources of a TempPass, for display. Only `authorize` starts the time, and decides. */
export type RemainingAccess =
  | {
      readonly kind: "available"
      readonly mvpd: string
      /** When the pass ends, in epoch milliseconds of the server's clock; absent if the server named no end. */
      readonly endsAt?: number
      /** The number of resources that a promotional pass can still start. */
      readonly resources?: number
      /** Resources that the pass has started. They can be started again. */
      readonly usedResources?: ReadonlyArray<string>
    }
  | {
      readonly kind: "used-up"
      readonly mvpd: string
      readonly limit: "duration" | "resources"
      readonly failure: EnhancedError
    }
  /** The pass cannot be used: offer a regular sign-in. */
  | { readonly kind: "unavailable"; readonly mvpd: string; readonly failure: EnhancedError }

/** Reads the remaining access from the profile of a TempPass. A pass that was never used may have no profile. */
export const remainingOf = (
  mvpd: string,
  profile: AuthenticatedProfile | undefined
): RemainingAccess & { readonly kind: "available" } => {
  const attributes: { readonly [key: string]: MetadataValue<unknown> | undefined } = profile?.attributes ?? {}
  const endsAt = numberOf(attributes["expiration_date"]) ?? profile?.notAfter
  const resources = numberOf(attributes["remaining_resources"])
  const used = attributes["used_assets"]?.value
  return {
    kind: "available",
    mvpd,
    ...(endsAt === undefined ? {} : { endsAt }),
    ...(resources === undefined ? {} : { resources }),
    // Old diagrams show a number here (C-V2-11).
    ...(Array.isArray(used) ? { usedResources: used.map(String) } : {})
  }
}

/** Reads the refusal of the profile of a TempPass. Returns `undefined` if it does not concern the pass. */
export const unavailableOf = (mvpd: string, failure: EnhancedError): RemainingAccess => {
  switch (failure.code) {
    case "temporary_access_duration_limit_exceeded":
      return { kind: "used-up", mvpd, limit: "duration", failure }
    case "temporary_access_resources_limit_exceeded":
      return { kind: "used-up", mvpd, limit: "resources", failure }
    default:
      return { kind: "unavailable", mvpd, failure }
  }
}

const numberOf = (attribute: MetadataValue<unknown> | undefined): number | undefined => {
  const value = attribute === undefined || attribute.encrypted ? Number.NaN : Number(attribute.value)
  return Number.isFinite(value) ? value : undefined
}
