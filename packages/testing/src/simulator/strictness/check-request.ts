import type { Call } from "../call/call.ts"
import { checkAccept } from "./check-accept.ts"
import { checkBodyMembers } from "./check-body-members.ts"
import { checkDeviceInfo } from "./check-device-info.ts"
import { checkForwardedFor } from "./check-forwarded-for.ts"
import { checkHeaderNames } from "./check-header-names.ts"
import { checkQueryNames } from "./check-query-names.ts"

/** Notes everything about a request that the real server would silently ignore. */
export const checkRequest = (call: Call): void => {
  checkHeaderNames(call)
  checkQueryNames(call)
  checkBodyMembers(call)
  checkAccept(call)
  checkForwardedFor(call)
  checkDeviceInfo(call)
}
