import type { DeviceCall } from "../call/call.ts"
import { reject, warn } from "../call/violation.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { World } from "../world.ts"
import { frameworkStatusOf } from "./framework-status.ts"

const headerName = "ap-partner-framework-status"

/** The MVPD whose `appleSSO` profile the call may see, if its framework status is usable. */
export const partnerMvpdOf = (call: DeviceCall, world: World): string | undefined => {
  const header = call.headers.get(headerName)
  if (header === null) return undefined
  const status = frameworkStatusOf(header, world, call.now)
  return status._tag === "Usable" ? status.mvpd : undefined
}

/**
 * What an unusable status does where it is optional, on operations 6, 7, 9 and 10: no page says. It unlocks nothing, and
 * by default nothing else happens.
 */
export const partnerStatusRejection = (call: DeviceCall, world: World): Answer | undefined => {
  const header = call.headers.get(headerName)
  if (header === null) return undefined
  const status = frameworkStatusOf(header, world, call.now)
  const code = status._tag === "Unusable" ? status.code : mismatch(call, status.mvpd)
  if (code === undefined) return undefined
  const message = `AP-Partner-Framework-Status is not usable: ${code}.`
  if (world.settings.readings.partnerStatusOnReads === "ignored") {
    warn(call, "partner-framework-status", message)
    return undefined
  }
  reject(call, "partner-framework-status", message)
  return enhancedError(world.random, code)
}

const mismatch = (call: DeviceCall, mvpd: string) => {
  const asked = call.pathParameters["mvpd"]
  return asked === undefined || asked === mvpd ? undefined : "invalid_header_pfs_provider_id_mismatch"
}
