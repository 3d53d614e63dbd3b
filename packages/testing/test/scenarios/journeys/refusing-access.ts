import { temporaryAccessIdentityHeader } from "@tve-pass/client"
import { scenarios } from "../../../src/index.ts"
import { startApplication } from "../flow/application.ts"
import type { Journey } from "./journey.ts"

export const denied: Journey = async (environment) => {
  const { remembered } = scenarios.denied
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30", "premium", "late-night"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "premium")
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "late-night")
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const tempPassUsedUp: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.tempPassUsedUp)
  const identity = temporaryAccessIdentityHeader({ key: "email", identifier: "viewer@example.com" })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd("TempPass_TEST40")
  await television.retrieveAuthorizationDecisions("TempPass_TEST40", "REF30")
  await television.retrieveProfileForMvpd("flexibleTempPass", identity)
  await television.retrieveAuthorizationDecisions("flexibleTempPass", "REF30", identity)
  await television.createAuthenticationSession("Cablevision")
}

export const throttledHousehold: Journey = async (environment) => {
  const television = startApplication(environment)
  const tablet = startApplication(environment, { deviceIdentifier: "tablet" })
  await television.registerClient()
  await television.retrieveAccessToken()
  // One window and the burst pay for eleven calls; a clock that runs may pay for one more.
  for (let call = 0; call < 20; call += 1) {
    if ((await television.retrieveConfiguration()) === undefined) break
  }
  await tablet.registerClient()
}
