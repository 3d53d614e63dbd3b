import type { Call } from "../request/call.ts"
import { shownNames } from "../request/shown-names.ts"
import { note, reject } from "../request/violation.ts"
import { dcrError } from "../responses/dcr-error.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { documentedCredentials } from "../state/applications.ts"
import type { SimulatorState } from "../state/state.ts"

const base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

const grantTypes: ReadonlyArray<string> = documentedCredentials.grant_types

/** `POST /o/client/token` (docs/protocol/dcr.md section 5). */
export const retrieveAccessToken = (call: Call, state: SimulatorState): SimulatedResponse => {
  const parameters = parametersOf(call)
  const problem = malformation(call, parameters)
  if (problem !== undefined) {
    reject(call, "body", problem)
    return dcrError("invalid_request")
  }
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

/** Parameters of the body and, as Adobe's OpenAPI file describes them, of the query. */
const parametersOf = (call: Call): Readonly<Record<string, string>> => {
  const body = call.body._tag === "Form" ? call.body.parameters : {}
  const fromQuery = documentedParameters(call).filter((name) => call.query.has(name))
  if (fromQuery.length > 0) note(call, `Accepted from the query: ${fromQuery.join(", ")}. Send them in the body.`)
  return { ...Object.fromEntries(fromQuery.map((name) => [name, call.query.get(name) ?? ""])), ...body }
}

const documentedParameters = ({ operation }: Call): ReadonlyArray<string> =>
  operation.requestBody?.properties.map(({ name }) => name) ?? []

/** Returns what makes the request an `invalid_request`. */
const malformation = (call: Call, parameters: Readonly<Record<string, string>>): string | undefined => {
  if (call.headers.has("authorization")) {
    return "A second mechanism of client authentication: the credentials belong in the body only, without Authorization."
  }
  const inQuery = documentedParameters(call).filter((name) => call.query.has(name))
  if (call.body._tag !== "Form" && inQuery.length === 0) {
    return "The body is not sent as application/x-www-form-urlencoded."
  }
  const inBody = call.body._tag === "Form" ? call.body.parameters : {}
  const repeated = [
    ...(call.body._tag === "Form" ? call.body.repeated : []),
    ...inQuery.filter((name) => Object.hasOwn(inBody, name) || call.query.getAll(name).length > 1)
  ]
  if (repeated.length > 0) return `Parameters are repeated: ${shownNames(repeated)}.`
  const missing = call.operation.requestBody?.properties.filter(
    (property) => property.required && (parameters[property.name] ?? "") === ""
  )
  if (missing !== undefined && missing.length > 0) {
    return `Parameters are missing: ${missing.map(({ name }) => name).join(", ")}.`
  }
  return undefined
}
