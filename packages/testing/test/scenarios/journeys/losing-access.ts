import { scenarios } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../flow/application.ts"
import { signInThrough } from "../flow/user-agent.ts"
import { arrivesAt, required, type Journey } from "./journey.ts"

export const expiredTokenMidFlight: Journey = async (environment) => {
  const { remembered } = scenarios.expiredTokenMidFlight
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
  await television.retrieveAccessToken()
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const revokedClient: Journey = async (environment) => {
  const { remembered } = scenarios.revokedClient
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.registerClient()
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.createAuthenticationSession(remembered.mvpd)
}

export const codeExpired: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.codeExpired)
  await television.retrieveAccessToken()
  const code = required((await television.createAuthenticationSession("Cablevision"))?.code, "code")
  for (let poll = 0; poll < 3; poll += 1) {
    environment.pause()
    await television.retrieveProfileForCode(code)
  }
  const session = required(await television.createAuthenticationSession("Cablevision"), "session")
  arrivesAt(redirectUrl, await signInThrough(environment, required(session.url, "url")))
  await television.retrieveProfileForCode(required(session.code, "code"))
}
