import { scenarios } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../flow/application.ts"
import { logOutThrough } from "../flow/user-agent.ts"
import { frameworkStatus, samlResponse } from "./partner-framework.ts"
import { arrivesAt, required, type Journey } from "./journey.ts"

export const logoutInteractive: Journey = async (environment) => {
  const { remembered } = scenarios.logoutInteractive
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  const logout = required(await television.initiateLogout(remembered.mvpd), "logout").logouts[remembered.mvpd]
  arrivesAt(redirectUrl, await logOutThrough(environment, required(logout?.url, "url")))
  await television.retrieveProfiles()
}

export const logoutComplete: Journey = async (environment) => {
  const { remembered } = scenarios.logoutComplete
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.initiateLogout(remembered.mvpd)
  await television.retrieveProfiles()
}

export const logoutByPartner: Journey = async (environment) => {
  const appleTv = startApplication(environment, scenarios.logoutByPartner)
  await appleTv.retrieveAccessToken()
  await appleTv.retrievePartnerAuthenticationRequest(frameworkStatus)
  await appleTv.createPartnerProfile(frameworkStatus, samlResponse)
  await appleTv.initiateLogout("Cablevision")
}

export const logoutInvalid: Journey = async (environment) => {
  const { remembered } = scenarios.logoutInvalid
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.initiateLogout(remembered.mvpd)
}
