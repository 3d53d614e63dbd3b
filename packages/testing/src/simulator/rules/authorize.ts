import type { AuthorizedCall, Call } from "../request/call.ts"
import { reject, warn } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import { unauthorized } from "../responses/unauthorized.ts"
import type { AccessToken } from "../state/access-tokens.ts"
import { documentedCredentials } from "../state/applications.ts"
import type { SimulatorState } from "../state/state.ts"

const bearer = /^(Bearer) +(\S+)$/i

const [restV2Scope] = documentedCredentials.scopes

export type Authorization =
  | { readonly _tag: "Authorized"; readonly call: AuthorizedCall }
  | { readonly _tag: "Refused"; readonly response: SimulatedResponse }

const refused = (response: SimulatedResponse): Authorization => ({ _tag: "Refused", response })

/**
 * Checks the access token of a protected call (docs/protocol/dcr.md section 7): valid, of a valid client and an active
 * application, with the scope of the REST API V2, and valid for the service provider.
 */
export const authorize = (call: Call, state: SimulatorState): Authorization => {
  const accessToken = presentedToken(call, state)
  if (accessToken === undefined) return refused(unauthorized(state.settings.readings))
  const { client } = accessToken
  call.identity.clientId = client.id
  call.identity.accessTokenId = accessToken.id
  const { application } = client
  if (client.revoked || application.status !== "active" || !application.scopes.includes(restV2Scope)) {
    return refused(enhancedError(state.random, "invalid_access_token_client_application"))
  }
  const serviceProvider = state.serviceProviders.get(call.pathParameters["serviceProvider"] ?? "")
  if (serviceProvider === undefined) return refused(enhancedError(state.random, "invalid_parameter_service_provider"))
  if (application.serviceProviders?.includes(serviceProvider.id) === false) {
    return refused(enhancedError(state.random, "invalid_access_token_service_provider"))
  }
  return { _tag: "Authorized", call: { ...call, client, serviceProvider } }
}

const presentedToken = (call: Call, state: SimulatorState): AccessToken | undefined => {
  const header = call.headers.get("authorization")
  if (header === null) {
    reject(call, "authorization", "Authorization is missing: send `Bearer <access_token>`.")
    return undefined
  }
  const [, scheme, value] = bearer.exec(header) ?? []
  if (scheme === undefined || value === undefined) {
    reject(call, "authorization", "Authorization is not of the form `Bearer <access_token>`.")
    return undefined
  }
  if (scheme !== "Bearer") warn(call, "authorization", "The scheme of Authorization is spelled `Bearer`.")
  const token = state.accessTokens.find(value)
  return token !== undefined && token.expiresAt > call.now ? token : undefined
}
