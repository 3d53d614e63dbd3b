import { scenarios } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../flow/application.ts"
import { signInThrough } from "../flow/user-agent.ts"
import { arrivesAt, required, type Journey } from "./journey.ts"

export const firstLaunch: Journey = async (environment) => {
  const television = startApplication(environment)
  await television.registerClient()
  await television.retrieveAccessToken()
  await television.retrieveProfiles()
  const configuration = required(await television.retrieveConfiguration(), "configuration")
  const mvpd = required(configuration.requestor.mvpds.find(({ isTempPass }) => isTempPass !== true)?.id, "MVPD")
  const session = required(await television.createAuthenticationSession(mvpd), "session")
  arrivesAt(redirectUrl, await signInThrough(environment, required(session.url, "url")))
  await television.retrieveProfileForCode(required(session.code, "code"))
  await television.retrieveAuthorizationDecisions(mvpd, "REF30")
}

export const returningViewer: Journey = async (environment) => {
  const { remembered } = scenarios.returningViewer
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const secondScreen: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.secondScreen)
  await television.retrieveAccessToken()
  const code = required((await television.createAuthenticationSession())?.code, "code")
  await television.retrieveProfileForCode(code)

  const phone = startApplication(environment, { deviceIdentifier: "phone" })
  await phone.registerClient()
  await phone.retrieveAccessToken()
  await phone.retrieveAuthenticationSession(code)
  const session = required(await phone.resumeAuthenticationSession(code, "Cablevision"), "session")
  arrivesAt(redirectUrl, await signInThrough(environment, required(session.url, "url")))

  environment.pause()
  await television.retrieveProfileForCode(code)
  await television.retrieveAuthorizationDecisions("Cablevision", "REF30")
}

export const severalProfiles: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.severalProfiles)
  await television.retrieveAccessToken()
  await television.retrieveProfiles()
  await television.retrieveAuthorizationDecisions("Spectrum", "REF30")
}
