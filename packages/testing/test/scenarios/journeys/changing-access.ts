import { scenarios } from "../../../src/index.ts"
import { startApplication } from "../flow/application.ts"
import type { Journey } from "./journey.ts"

export const tempPassEnds: Journey = async (environment) => {
  const { remembered } = scenarios.tempPassEnds
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  for (const _ of ["before", "after"]) {
    await television.retrieveProfileForMvpd(remembered.mvpd)
    await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
  }
}

/** The profile that was there on the last visit is not valid any more. */
const withLostProfile =
  (key: "expiredProfile" | "invalidatedProfile"): Journey =>
  async (environment) => {
    const { remembered } = scenarios[key]
    const television = startApplication(environment, { remembered })
    await television.retrieveAccessToken()
    await television.retrieveProfileForMvpd(remembered.mvpd)
    await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
  }

export const expiredProfile = withLostProfile("expiredProfile")

export const invalidatedProfile = withLostProfile("invalidatedProfile")

export const invalidIntegration: Journey = async (environment) => {
  const { remembered } = scenarios.invalidIntegration
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrieveProfileForMvpd(remembered.mvpd)
  await television.createAuthenticationSession(remembered.mvpd)
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
  await television.retrieveProfiles()
  await television.createAuthenticationSession("Spectrum")
}

export const tooManyResources: Journey = async (environment) => {
  const { remembered } = scenarios.tooManyResources
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30", "news", "sports"])
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30", "news"])
}

export const undecided: Journey = async (environment) => {
  const { remembered } = scenarios.undecided
  const television = startApplication(environment, { remembered })
  await television.retrieveAccessToken()
  await television.retrievePreauthorizationDecisions(remembered.mvpd, ["REF30", "news"])
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
  await television.retrieveAuthorizationDecisions(remembered.mvpd, "REF30")
}
