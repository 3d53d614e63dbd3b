import { fromBase64 } from "../encoding/base64.ts"
import { isJsonObject, parseJsonObject } from "../encoding/json-object.ts"
import type { EnhancedErrorCode } from "../responses/enhanced-error.ts"
import type { World } from "../world.ts"

/** What AP-Partner-Framework-Status amounts to (docs/protocol/headers.md section 8). */
export type FrameworkStatus =
  | { readonly _tag: "Usable"; readonly mvpd: string }
  /** `mvpd` when the provider id tells it in spite of the problem. */
  | { readonly _tag: "Unusable"; readonly code: EnhancedErrorCode; readonly mvpd: string | undefined }

export const frameworkStatusOf = (header: string | null, world: World, now: number): FrameworkStatus => {
  const status = header === null ? undefined : parseJsonObject(fromBase64(header))
  const permission = status?.["frameworkPermissionInfo"]
  const accessStatus = isJsonObject(permission) ? permission["accessStatus"] : undefined
  const provider = status?.["frameworkProviderInfo"]
  const { id, expirationDate } = isJsonObject(provider) ? provider : {}
  const mvpd = mvpdOfPlatform(world, id)

  const problem = permissionProblem(accessStatus)
  if (problem !== undefined) return { _tag: "Unusable", code: problem, mvpd }
  if (mvpd === undefined) return { _tag: "Unusable", code: "invalid_header_pfs_provider_id_not_determined", mvpd }
  if (expirationDate !== undefined && !(millisecondsOf(expirationDate) > now)) {
    return { _tag: "Unusable", code: "invalid_header_pfs_provider_info_expired", mvpd }
  }
  return { _tag: "Usable", mvpd }
}

const permissionProblem = (accessStatus: unknown): EnhancedErrorCode | undefined => {
  switch (accessStatus) {
    case "granted":
      return undefined
    case "notDetermined":
      return "invalid_header_pfs_permission_access_not_determined"
    case undefined:
    case null:
      return "invalid_header_pfs_permission_access_not_present"
    // `denied`, `restricted`, and whatever else is not a grant.
    default:
      return "invalid_header_pfs_permission_access_not_granted"
  }
}

/** Epoch milliseconds as a text; a number is understood as well. */
const millisecondsOf = (expirationDate: unknown): number =>
  typeof expirationDate === "string" || typeof expirationDate === "number" ? Number(expirationDate) : Number.NaN

/** The MVPD whose `platformMappingId` is that of the framework. */
const mvpdOfPlatform = (world: World, id: unknown): string | undefined => {
  if (typeof id !== "string" || id === "") return undefined
  for (const mvpd of world.mvpds.values()) if (mvpd.flags.platformMappingId === id) return mvpd.id
  return undefined
}
