import type { Application } from "../applications/application.ts"

const ofDomain = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

/** Whether the application may use the URI (docs/protocol/dcr.md section 3: validated against its domains). */
export const isAcceptableRedirectUri = (redirectUri: string, application: Application): boolean => {
  const { domains } = application
  if (!URL.canParse(redirectUri)) return false
  if (domains === undefined || application.redirectUris.includes(redirectUri)) return true
  const { protocol, hostname } = new URL(redirectUri)
  if (protocol !== "https:" && protocol !== "http:") return false
  return domains.some((domain) => ofDomain(hostname, domain))
}
