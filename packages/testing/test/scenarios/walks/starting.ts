import { scenarios } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../walk/application.ts"
import { signInThrough } from "../walk/user-agent.ts"
import { arrivesAt, required, type Walk } from "./walk.ts"

export const firstLaunch: Walk = async (surroundings) => {
  const television = startApplication(surroundings)
  await television.registerClient()
  await television.retrieveAccessToken()
  await television.retrieveProfiles()
  const configuration = required(await television.retrieveConfiguration(), "configuration")
  const mvpd = required(configuration.requestor.mvpds.find(({ isTempPass }) => isTempPass !== true)?.id, "MVPD")
  const session = required(await television.createAuthenticationSession(mvpd), "session")
  arrivesAt(redirectUrl, await signInThrough(surroundings, required(session.url, "url")))
  await television.retrieveProfileForCode(required(session.code, "code"))
  await television.retrieveAuthorizationDecisions(mvpd, "REF30")
}

export const returningViewer: Walk = async (surroundings) => {
  const { remembered } = scenarios.returningViewer
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const secondScreen: Walk = async (surroundings) => {
  const television = startApplication(surroundings, scenarios.secondScreen)
  await television.retrieveAccessToken()
  const code = required((await television.createAuthenticationSession())?.code, "code")
  await television.retrieveProfileForCode(code)

  const phone = startApplication(surroundings, { deviceIdentifier: "phone" })
  await phone.registerClient()
  await phone.retrieveAccessToken()
  await phone.retrieveAuthenticationSession(code)
  const session = required(await phone.resumeAuthenticationSession(code, "Cablevision"), "session")
  arrivesAt(redirectUrl, await signInThrough(surroundings, required(session.url, "url")))

  surroundings.pause()
  await television.retrieveProfileForCode(code)
  await television.retrieveAuthorizationDecisions("Cablevision", "REF30")
}

export const severalProfiles: Walk = async (surroundings) => {
  const television = startApplication(surroundings, scenarios.severalProfiles)
  await television.retrieveAccessToken()
  await television.retrieveProfiles()
  await television.retrieveAuthorizationDecisions("Spectrum", "REF30")
}
