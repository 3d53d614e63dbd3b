import { partnerFrameworkStatusHeader } from "@tve-pass/client"
import { scenarios } from "../../../src/index.ts"
import { startApplication } from "../flow/application.ts"
import { required, type Journey } from "./journey.ts"

export const alreadySignedIn: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.alreadySignedIn)
  await television.retrieveAccessToken()
  await television.createAuthenticationSession("Cablevision")
  await television.retrieveProfileForMvpd("Cablevision")
  await television.retrieveAuthorizationDecisions("Cablevision", "REF30")
}

export const tempPassOffered: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.tempPassOffered)
  await television.retrieveAccessToken()
  await television.createAuthenticationSession("TempPass_TEST40")
  await television.retrieveProfileForMvpd("TempPass_TEST40")
  await television.retrieveAuthorizationDecisions("TempPass_TEST40", "REF30")
}

export const partnerFallback: Journey = async (environment) => {
  const appleTv = startApplication(environment, scenarios.partnerFallback)
  const status = partnerFrameworkStatusHeader({
    frameworkPermissionInfo: { accessStatus: "denied" },
    frameworkProviderInfo: { id: "Cablevision", expirationDate: "4102444800000" }
  })
  await appleTv.retrieveAccessToken()
  await appleTv.retrievePartnerAuthenticationRequest(status)
}

export const unknownSessionAction: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.unknownSessionAction)
  await television.retrieveAccessToken()
  await television.createAuthenticationSession("Cablevision")
}

export const declinedSignIn: Journey = async (environment) => {
  const television = startApplication(environment, scenarios.declinedSignIn)
  await television.retrieveAccessToken()
  const session = required(await television.createAuthenticationSession("Cablevision"), "session")
  await television.retrieveProfileForCode(required(session.code, "code"))
}
