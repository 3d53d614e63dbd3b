import { scenarios } from "../../../src/index.ts"
import { startApplication } from "../walk/application.ts"
import type { Walk } from "./walk.ts"

export const degradedAuthnAll: Walk = async (surroundings) => {
  const television = startApplication(surroundings, scenarios.degradedAuthnAll)
  await television.retrieveAccessToken()
  await television.createAuthenticationSession("Cablevision")
  await television.retrieveProfileForMvpd("Cablevision")
  await television.retrieveAuthorizationDecisions("Cablevision", "REF30")
  await television.initiateLogout("Cablevision")
}

export const degradedAuthzAll: Walk = async (surroundings) => {
  const { remembered } = scenarios.degradedAuthzAll
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const degradedAuthzNone: Walk = async (surroundings) => {
  const { remembered } = scenarios.degradedAuthzNone
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}
