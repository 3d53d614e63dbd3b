import type { Call } from "../request/call.ts"
import { reject } from "../request/violation.ts"
import { dcrError } from "../responses/dcr-error.ts"
import { type SimulatedResponse, json } from "../responses/simulated-response.ts"
import { isAcceptableRedirectUri } from "../rules/redirect-urls.ts"
import type { Application } from "../state/applications.ts"
import type { Client } from "../state/clients.ts"
import type { SimulatorState } from "../state/state.ts"

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/** `POST /o/client/register` (docs/protocol/dcr.md section 4). */
export const registerClient = (call: Call, state: SimulatorState): SimulatedResponse => {
  if (call.body._tag !== "Json") {
    reject(call, "body", "The body is not a JSON object sent as application/json.")
    return dcrError("invalid_request")
  }
  const { software_statement: statement, redirect_uri: redirectUri } = call.body.value
  if (typeof statement !== "string" || call.body.repeated.length > 0) {
    reject(call, "body", "`software_statement` has to be there once, as a string.")
    return dcrError("invalid_request")
  }
  if (redirectUri !== undefined && typeof redirectUri !== "string") {
    reject(call, "body", "`redirect_uri` has to be a string.")
    return dcrError("invalid_request")
  }
  const application = state.applications.get(statement)
  if (application === undefined) {
    if (!compactJws.test(statement)) {
      reject(call, "body", "`software_statement` is not a compact JWS; trim blanks and line folds (C-DCR-9).")
    }
    return dcrError("invalid_software_statement")
  }
  const { readings } = state.settings
  if (application.status === "unapproved") return dcrError("unapproved_software_statement")
  if (application.status === "revoked") return dcrError(readings.revokedStatementOnRegister)
  if (redirectUri !== undefined && !isAcceptableRedirectUri(redirectUri, application)) {
    return dcrError("invalid_redirect_uri")
  }

  const earlier = readings.repeatedRegistration === "sameCredentials" ? clientOf(application, state) : undefined
  const client = earlier ?? createClient(application, state)
  return json(201, {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: application.redirectUris,
    grant_types: application.grantTypes,
    scopes: application.scopes,
    client_id_issued_at: Math.floor(call.now / 1_000)
  })
}

const clientOf = (application: Application, state: SimulatorState): Client | undefined => {
  for (const client of state.clients.values()) if (client.application === application && !client.revoked) return client
  return undefined
}

const createClient = (application: Application, state: SimulatorState): Client => {
  const client = {
    id: state.random.string(lettersAndDigits, 20),
    secret: state.random.string(lettersAndDigits, 32),
    application,
    revoked: false
  }
  state.clients.set(client.id, client)
  return client
}
