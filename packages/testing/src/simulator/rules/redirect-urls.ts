import type { AuthorizedCall } from "../request/call.ts"
import { reject } from "../request/violation.ts"
import type { Application } from "../state/applications.ts"
import type { SimulatorState } from "../state/state.ts"

const ofDomain = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

/**
 * Returns whether the application may use the URI, which is validated against its domains (docs/protocol/dcr.md section
 * 3).
 */
export const isAcceptableRedirectUri = (redirectUri: string, application: Application): boolean => {
  const { domains } = application
  if (!URL.canParse(redirectUri)) return false
  if (domains === undefined || application.redirectUris.includes(redirectUri)) return true
  const { protocol, hostname } = new URL(redirectUri)
  if (protocol !== "https:" && protocol !== "http:") return false
  return domains.some((domain) => ofDomain(hostname, domain))
}

/** Returns whether a user agent may be sent to a `redirectUrl`. Records a violation if not. */
export const isAcceptableRedirectUrl = (redirectUrl: string, call: AuthorizedCall, state: SimulatorState): boolean => {
  const isRegisteredOnly = state.settings.readings.redirectUrlHost === "registered"
  if (URL.canParse(redirectUrl) && (!isRegisteredOnly || isRegistered(redirectUrl, call))) return true
  reject(call, "parameter", "`redirectUrl` is not an absolute URL the service provider may use; encode it once.")
  return false
}

/** U-V2-2: no page says that the host has to be one of the service provider's. */
const isRegistered = (redirectUrl: string, { serviceProvider }: AuthorizedCall): boolean => {
  const { hostname } = new URL(redirectUrl)
  return serviceProvider.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}
