import { temporaryAccessIdentityHeader } from "@tve-pass/client"
import { scenarios } from "../../../src/index.ts"
import { startApplication } from "../walk/application.ts"
import type { Walk } from "./walk.ts"

export const denied: Walk = async (surroundings) => {
  const { remembered } = scenarios.denied
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30", "premium", "late-night"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "premium")
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "late-night")
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const tempPassUsedUp: Walk = async (surroundings) => {
  const television = startApplication(surroundings, scenarios.tempPassUsedUp)
  const identity = temporaryAccessIdentityHeader({ key: "email", identifier: "viewer@example.com" })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd("TempPass_TEST40")
  await television.retrieveAuthorizationDecisions("TempPass_TEST40", "REF30")
  await television.retrieveProfileForMvpd("flexibleTempPass", identity)
  await television.retrieveAuthorizationDecisions("flexibleTempPass", "REF30", identity)
  await television.createAuthenticationSession("Cablevision")
}

export const throttledHousehold: Walk = async (surroundings) => {
  const television = startApplication(surroundings)
  const tablet = startApplication(surroundings, { deviceIdentifier: "tablet" })
  await television.registerClient()
  await television.retrieveAccessToken()
  // One window and the burst pay for eleven calls; a clock that runs may pay for one more.
  for (let call = 0; call < 20; call += 1) {
    if ((await television.retrieveConfiguration()) === undefined) break
  }
  await tablet.registerClient()
}
