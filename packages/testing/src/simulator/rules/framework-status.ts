import { fromBase64 } from "../encoding/base64.ts"
import { isJsonObject, parseJsonObject } from "../encoding/json-object.ts"
import type { EnhancedErrorCode } from "../protocol/schemas.ts"
import type { Call, DeviceCall } from "../request/call.ts"
import { note, reject, warn } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"

/** The evaluation of AP-Partner-Framework-Status (docs/protocol/headers.md section 8). */
export type FrameworkStatus =
  | { readonly _tag: "Usable"; readonly mvpd: string }
  /** `mvpd` is known if the provider id is valid despite the problem. */
  | { readonly _tag: "Unusable"; readonly code: EnhancedErrorCode; readonly mvpd: string | undefined }

export const frameworkStatusOf = (header: string | null, state: SimulatorState, now: number): FrameworkStatus => {
  const status = header === null ? undefined : parseJsonObject(fromBase64(header))
  const permission = status?.["frameworkPermissionInfo"]
  const accessStatus = isJsonObject(permission) ? permission["accessStatus"] : undefined
  const provider = status?.["frameworkProviderInfo"]
  const { id, expirationDate } = isJsonObject(provider) ? provider : {}
  const mvpd = mvpdOfPlatform(state, id)

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
    // `denied`, `restricted`, and any other value.
    default:
      return "invalid_header_pfs_permission_access_not_granted"
  }
}

/** Reads epoch milliseconds from a string or a number. */
const millisecondsOf = (expirationDate: unknown): number =>
  typeof expirationDate === "string" || typeof expirationDate === "number" ? Number(expirationDate) : Number.NaN

/** Statuses that result from a choice of the viewer, so that they are no mistake of the application. */
const viewerChoices: ReadonlySet<string> = new Set<EnhancedErrorCode>([
  "invalid_header_pfs_permission_access_not_determined",
  "invalid_header_pfs_permission_access_not_granted"
])

/** Records an unusable status: as a note if it results from a choice of the viewer, otherwise as a violation. */
export const reportUnusableStatus = (call: Call, code: EnhancedErrorCode, message: string): void => {
  if (viewerChoices.has(code)) note(call, message)
  else warn(call, "partner-framework-status", message)
}

/** Returns the MVPD with the `platformMappingId` of the framework. */
const mvpdOfPlatform = (state: SimulatorState, id: unknown): string | undefined => {
  if (typeof id !== "string" || id === "") return undefined
  for (const mvpd of state.mvpds.values()) if (mvpd.flags.platformMappingId === id) return mvpd.id
  return undefined
}

/** `Apple` in every sample, `apple` in the glossary (C-V2-20). */
export const isKnownPartner = (partner: string | undefined): boolean => partner?.toLowerCase() === "apple"

const headerName = "ap-partner-framework-status"

/** Returns the MVPD whose `appleSSO` profile the call may see, if its framework status is usable. */
export const partnerMvpdOf = (call: DeviceCall, state: SimulatorState): string | undefined => {
  const header = call.headers.get(headerName)
  if (header === null) return undefined
  const status = frameworkStatusOf(header, state, call.now)
  return status._tag === "Usable" ? status.mvpd : undefined
}

/**
 * Returns the rejection of an unusable status on operations 6, 7, 9 and 10, where the header is optional. The rejection
 * is not documented, so by default such a status is only ignored.
 */
export const partnerStatusRejection = (call: DeviceCall, state: SimulatorState): SimulatedResponse | undefined => {
  const header = call.headers.get(headerName)
  if (header === null) return undefined
  const status = frameworkStatusOf(header, state, call.now)
  const code = status._tag === "Unusable" ? status.code : mismatch(call, status.mvpd)
  if (code === undefined) return undefined
  const message = `AP-Partner-Framework-Status is not usable: ${code}.`
  if (state.settings.readings.partnerStatusOnReads === "ignored") {
    reportUnusableStatus(call, code, message)
    return undefined
  }
  reject(call, "partner-framework-status", message)
  return enhancedError(state.random, code)
}

const mismatch = (call: DeviceCall, mvpd: string) => {
  const asked = call.pathParameters["mvpd"]
  return asked === undefined || asked === mvpd ? undefined : "invalid_header_pfs_provider_id_mismatch"
}
