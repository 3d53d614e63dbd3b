import type { OperationId } from "../protocol/operations.ts"
import type { AuthorizedCall, Call, DeviceCall } from "../request/call.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { authorize } from "../rules/authorize.ts"
import { requireDevice } from "../rules/require-device.ts"
import type { SimulatorState } from "../state/state.ts"
import { createAuthenticationSession } from "./create-authentication-session.ts"
import { createPartnerProfile } from "./create-partner-profile.ts"
import { initiateLogout } from "./initiate-logout.ts"
import { performAuthentication } from "./perform-authentication.ts"
import { registerClient } from "./register-client.ts"
import { resumeAuthenticationSession } from "./resume-authentication-session.ts"
import { retrieveAccessToken } from "./retrieve-access-token.ts"
import { retrieveAuthenticationSession } from "./retrieve-authentication-session.ts"
import { retrieveAuthorizationDecisions } from "./retrieve-authorization-decisions.ts"
import { retrieveConfiguration } from "./retrieve-configuration.ts"
import { retrievePartnerAuthenticationRequest } from "./retrieve-partner-authentication-request.ts"
import { retrievePreauthorizationDecisions } from "./retrieve-preauthorization-decisions.ts"
import { retrieveProfileForCode } from "./retrieve-profile-for-code.ts"
import { retrieveProfileForMvpd } from "./retrieve-profile-for-mvpd.ts"
import { retrieveProfiles } from "./retrieve-profiles.ts"

/** An operation and what a call to it has to prove first. */
type Handler = (call: Call, state: SimulatorState) => SimulatedResponse

/** Requires an access token that is valid for the service provider. */
const withToken =
  (handle: (call: AuthorizedCall, state: SimulatorState) => SimulatedResponse): Handler =>
  (call, state) => {
    const authorization = authorize(call, state)
    return authorization._tag === "Refused" ? authorization.response : handle(authorization.call, state)
  }

/** Requires the streaming device as well. */
const withDevice = (handle: (call: DeviceCall, state: SimulatorState) => SimulatedResponse): Handler =>
  withToken((call, state) => {
    const device = requireDevice(call, state)
    return device._tag === "Refused" ? device.response : handle(device.call, state)
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

/** Performs the operation of a call. */
export const perform = (call: Call, state: SimulatorState): SimulatedResponse =>
  handlers[call.operation.id](call, state)
