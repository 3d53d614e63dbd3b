import type { AuthorizedCall } from "../call/call.ts"
import { reject } from "../call/violation.ts"
import type { World } from "../world.ts"

/** Whether a user agent may be sent to a `redirectUrl`; notes it if not. */
export const isAcceptableRedirectUrl = (redirectUrl: string, call: AuthorizedCall, world: World): boolean => {
  const isRegisteredOnly = world.settings.readings.redirectUrlHost === "registered"
  if (URL.canParse(redirectUrl) && (!isRegisteredOnly || isRegistered(redirectUrl, call))) return true
  reject(call, "parameter", "`redirectUrl` is not an absolute URL the service provider may use; encode it once.")
  return false
}

/** U-V2-2: no page says that the host has to be one of the service provider's. */
const isRegistered = (redirectUrl: string, { serviceProvider }: AuthorizedCall): boolean => {
  const { hostname } = new URL(redirectUrl)
  return serviceProvider.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}
