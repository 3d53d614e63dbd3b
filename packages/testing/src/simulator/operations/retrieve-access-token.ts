import type { Call } from "../request/call.ts"
import { shownNames } from "../request/shown-names.ts"
import { reject } from "../request/violation.ts"
import { dcrError } from "../responses/dcr-error.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { documentedCredentials } from "../state/applications.ts"
import type { SimulatorState } from "../state/state.ts"

const base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

const grantTypes: readonly string[] = documentedCredentials.grant_types

const credentials = ["client_id", "client_secret"]

/** `POST /o/client/token` (docs/protocol/dcr.md section 5). */
export const retrieveAccessToken = (call: Call, state: SimulatorState): SimulatedResponse => {
  const problem = malformation(call)
  if (problem !== undefined || call.body._tag !== "Form") {
    reject(call, "body", problem ?? "The body is missing.")
    return dcrError("invalid_request")
  }
  const { parameters } = call.body
  const grantType = parameters["grant_type"] ?? ""
  if (!grantTypes.includes(grantType)) {
    reject(call, "body", `\`grant_type\` has to be one of the registration's grant_types: ${grantTypes.join(", ")}.`)
    return dcrError("unsupported_grant_type")
  }
  const client = state.clients.get(parameters["client_id"] ?? "")
  if (client === undefined || client.revoked || client.secret !== parameters["client_secret"]) {
    return dcrError("invalid_client")
  }
  const { readings } = state.settings
  if (client.application.status !== "active") return dcrError(readings.revokedStatementOnToken)
  if (!client.application.grantTypes.includes(grantType)) return dcrError("unauthorized_client")

  if (readings.earlierTokens === "revoked") state.accessTokens.revokeAll((token) => token.client === client)
  const value = state.random.string(base64Url, 22)
  const id = state.random.uuid()
  const lifetime = state.settings.tokenLifetime
  state.accessTokens.add(value, { id, client, expiresAt: call.now + lifetime * 1_000 }, call.now)
  return json(201, {
    id,
    access_token: value,
    created_at: call.now,
    expires_in: lifetime,
    token_type: "bearer"
  })
}

/** What makes the request an `invalid_request`. */
const malformation = (call: Call): string | undefined => {
  if (call.headers.has("authorization")) {
    return "A second mechanism of client authentication: the credentials belong in the body only, without Authorization."
  }
  if (credentials.some((name) => call.query.has(name))) return "A second set of credentials in the query."
  if (call.body._tag !== "Form") return "The body is not sent as application/x-www-form-urlencoded."
  const { parameters, repeated } = call.body
  if (repeated.length > 0) return `Parameters are repeated: ${shownNames(repeated)}.`
  const missing = call.operation.requestBody?.properties.filter(
    (property) => property.required && (parameters[property.name] ?? "") === ""
  )
  if (missing !== undefined && missing.length > 0) {
    return `Parameters are missing: ${missing.map(({ name }) => name).join(", ")}.`
  }
  return undefined
}
