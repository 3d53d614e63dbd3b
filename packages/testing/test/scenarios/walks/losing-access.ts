import { scenarios } from "../../../src/index.ts"
import { redirectUrl, startApplication } from "../walk/application.ts"
import { signInThrough } from "../walk/user-agent.ts"
import { arrivesAt, required, type Walk } from "./walk.ts"

export const expiredTokenMidFlight: Walk = async (surroundings) => {
  const { remembered } = scenarios.expiredTokenMidFlight
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
  await television.retrieveAccessToken()
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}

export const revokedClient: Walk = async (surroundings) => {
  const { remembered } = scenarios.revokedClient
  const television = startApplication(surroundings, { remembered })
  await television.retrieveAccessToken()
  await television.registerClient()
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.createAuthenticationSession(remembered.mvpd)
}

export const codeExpired: Walk = async (surroundings) => {
  const television = startApplication(surroundings, scenarios.codeExpired)
  await television.retrieveAccessToken()
  const code = required((await television.createAuthenticationSession("Cablevision"))?.code, "code")
  for (let poll = 0; poll < 3; poll += 1) {
    surroundings.pause()
    await television.retrieveProfileForCode(code)
  }
  const session = required(await television.createAuthenticationSession("Cablevision"), "session")
  arrivesAt(redirectUrl, await signInThrough(surroundings, required(session.url, "url")))
  await television.retrieveProfileForCode(required(session.code, "code"))
}
