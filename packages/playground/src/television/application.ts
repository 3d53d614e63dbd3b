import { createAdobePass, importCredentials, type AdobePass } from "@tve-pass/auth/promise"
import { createEntitlement, type Entitlement } from "@tve-pass/entitlement/promise"
import type { DeviceSettings } from "../host/playground-event.ts"
import { deviceStorage } from "../device/device-storage.ts"
import { applePartnerFramework } from "./partner-framework.ts"
import type { TelevisionSetUp } from "./set-up.ts"
import { singleSignOnOf } from "./single-sign-on.ts"

/** A television application, as a programmer writes it. */
export interface Application {
  readonly pass: AdobePass
  readonly entitlement: Entitlement
  readonly redirectUrl: string
}

const webOs = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const appleTv = {
  model: "AppleTV",
  version: "1.0",
  osName: "tvOS",
  osVersion: "18.0",
  vendor: "Apple",
  manufacturer: "Apple",
  connectionType: "WiFi"
}

/** Creates the application of a television; sends nothing yet. */
export const createApplication = async (settings: DeviceSettings, setUp: TelevisionSetUp): Promise<Application> => {
  const { remembered, softwareStatement, serviceProvider, domainName, run } = settings
  const isLivingRoom = setUp.television === "living-room"
  const isApple = setUp.singleSignOn.startsWith("apple")
  const storage = () => deviceStorage(run, `${setUp.television}.${setUp.application}`)
  const device = {
    identifier: (isLivingRoom ? remembered?.deviceIdentifier : undefined) ?? `${setUp.television}-television`,
    info: isApple ? appleTv : webOs
  }
  const options = { origin: location.origin, softwareStatement, device, storage }
  // The records of an earlier visit, if the scenario has one.
  if (remembered !== undefined && isLivingRoom && setUp.application === "first") {
    await importCredentials(options, remembered)
  }
  const pass = createAdobePass(options)
  const redirectUrl = new URL("./phone.html?signed-in", location.href).href
  const singleSignOn = singleSignOnOf(setUp)
  const entitlement = createEntitlement({
    pass,
    serviceProvider,
    domainName,
    redirectUrl,
    storage,
    profileChoice: "ask",
    ...(singleSignOn === undefined ? {} : { singleSignOn }),
    ...(isApple ? { partnerFramework: applePartnerFramework(setUp.singleSignOn === "apple") } : {})
  })
  return { pass, entitlement, redirectUrl }
}
