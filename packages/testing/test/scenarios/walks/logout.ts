import { scenarios } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../walk/application.ts"
import { logOutThrough } from "../walk/user-agent.ts"
import { frameworkStatus, samlResponse } from "./partner-framework.ts"
import { arrivesAt, required, type Walk } from "./walk.ts"

export const logoutInteractive: Walk = async (surroundings) => {
  const { remembered } = scenarios.logoutInteractive
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  const logout = required(await television.initiateLogout(remembered.mvpd), "logout").logouts[remembered.mvpd]
  arrivesAt(redirectUrl, await logOutThrough(surroundings, required(logout?.url, "url")))
  await television.retrieveProfiles()
}

export const logoutComplete: Walk = async (surroundings) => {
  const { remembered } = scenarios.logoutComplete
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.initiateLogout(remembered.mvpd)
  await television.retrieveProfiles()
}

export const logoutByPartner: Walk = async (surroundings) => {
  const appleTv = startApplication(surroundings, scenarios.logoutByPartner)
  await appleTv.retrieveAccessToken()
  await appleTv.retrievePartnerAuthenticationRequest(frameworkStatus)
  await appleTv.createPartnerProfile(frameworkStatus, samlResponse)
  await appleTv.initiateLogout("Cablevision")
}

export const logoutInvalid: Walk = async (surroundings) => {
  const { remembered } = scenarios.logoutInvalid
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.initiateLogout(remembered.mvpd)
}
