import { scenarios } from "../../../src/index.ts"
import { startApplication } from "../flow/application.ts"
import type { Journey } from "./journey.ts"

export const degradedAuthnAll: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.degradedAuthnAll)
  await television.retrieveAccessToken()
  await television.createAuthenticationSession("Cablevision")
  await television.retrieveProfileForMvpd("Cablevision")
  await television.retrieveAuthorizationDecisions("Cablevision", "REF30")
  await television.initiateLogout("Cablevision")
}

export const degradedAuthzAll: Journey = async (environment) => {
  const { remembered } = scenarios.degradedAuthzAll
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const degradedAuthzNone: Journey = async (environment) => {
  const { remembered } = scenarios.degradedAuthzNone
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}
