import { authorize } from "../access-tokens/authorize.ts"
import { retrieveAccessToken } from "../access-tokens/retrieve-access-token.ts"
import { performAuthentication } from "../authentication/perform-authentication.ts"
import type { AuthorizedCall, Call, DeviceCall } from "../call/call.ts"
import { retrieveConfiguration } from "../configuration/retrieve-configuration.ts"
import { retrieveAuthorizationDecisions, retrievePreauthorizationDecisions } from "../decisions/retrieve-decisions.ts"
import { requireDevice } from "../device/require-device.ts"
import { initiateLogout } from "../logout/initiate-logout.ts"
import { createPartnerProfile } from "../partner/create-partner-profile.ts"
import { retrievePartnerAuthenticationRequest } from "../partner/retrieve-partner-authentication-request.ts"
import { retrieveProfileForCode } from "../profiles/retrieve-profile-for-code.ts"
import { retrieveProfileForMvpd } from "../profiles/retrieve-profile-for-mvpd.ts"
import { retrieveProfiles } from "../profiles/retrieve-profiles.ts"
import { registerClient } from "../registration/register-client.ts"
import type { Answer } from "../responses/answer.ts"
import { createAuthenticationSession } from "../sessions/create-authentication-session.ts"
import { resumeAuthenticationSession } from "../sessions/resume-authentication-session.ts"
import { retrieveAuthenticationSession } from "../sessions/retrieve-authentication-session.ts"
import type { World } from "../world.ts"
import type { OperationId } from "./operation.ts"

/** An operation and what a call to it has to prove first. */
type Handler = (call: Call, world: World) => Answer

/** Needs an access token that is good for the service provider. */
const withToken =
  (handle: (call: AuthorizedCall, world: World) => Answer): Handler =>
  (call, world) => {
    const authorization = authorize(call, world)
    return authorization._tag === "Refused" ? authorization.answer : handle(authorization.call, world)
  }

/** Needs the streaming device as well. */
const withDevice = (handle: (call: DeviceCall, world: World) => Answer): Handler =>
  withToken((call, world) => {
    const device = requireDevice(call, world)
    return device._tag === "Refused" ? device.answer : handle(device.call, world)
  })

const handlers: { readonly [Id in OperationId]: Handler } = {
  registerClient,
  retrieveAccessToken,
  retrieveConfiguration: withToken(retrieveConfiguration),
  createAuthenticationSession: withDevice(createAuthenticationSession),
  resumeAuthenticationSession: withToken(resumeAuthenticationSession),
  retrieveAuthenticationSession: withToken(retrieveAuthenticationSession),
  performAuthentication,
  retrieveProfiles: withDevice(retrieveProfiles),
  retrieveProfileForMvpd: withDevice(retrieveProfileForMvpd),
  retrieveProfileForCode: withToken(retrieveProfileForCode),
  retrieveAuthorizationDecisions: withDevice(retrieveAuthorizationDecisions),
  retrievePreauthorizationDecisions: withDevice(retrievePreauthorizationDecisions),
  initiateLogout: withDevice(initiateLogout),
  retrievePartnerAuthenticationRequest: withDevice(retrievePartnerAuthenticationRequest),
  createPartnerProfile: withDevice(createPartnerProfile)
}

/** Carries out the operation of a call. */
export const perform = (call: Call, world: World): Answer => handlers[call.operation.id](call, world)
