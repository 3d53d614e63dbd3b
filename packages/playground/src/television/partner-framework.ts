import { partnerFramework, type PartnerFramework } from "@tve-pass/entitlement/single-sign-on"
import type { PartnerFrameworkStatus } from "@tve-pass/client"

const aYear = 31_536_000_000

/** What Apple's Video Subscriber Account would be: the viewer has signed in to Cablevision in the system settings. */
export const applePartnerFramework = (isAllowed: boolean): PartnerFramework => {
  const status = (): PartnerFrameworkStatus =>
    isAllowed
      ? {
          frameworkPermissionInfo: { accessStatus: "granted" },
          frameworkProviderInfo: { id: "Cablevision", expirationDate: Date.now() + aYear }
        }
      : { frameworkPermissionInfo: { accessStatus: "denied" } }
  return partnerFramework({
    partner: "Apple",
    status: async () => status(),
    authenticate: async () => {
      const response = await fetch("./playground/partner-response?mvpd=Cablevision")
      return response.ok ? { samlResponse: await response.text(), status: status() } : undefined
    }
  })
}
