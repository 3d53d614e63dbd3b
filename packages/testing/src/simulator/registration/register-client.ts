import type { Application } from "../applications/application.ts"
import type { Call } from "../call/call.ts"
import { reject } from "../call/violation.ts"
import { dcrError } from "../responses/dcr-error.ts"
import { json, type Answer } from "../responses/answer.ts"
import type { World } from "../world.ts"
import type { Client } from "./client.ts"
import { isAcceptableRedirectUri } from "./redirect-uri.ts"

const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/** `POST /o/client/register` (docs/protocol/dcr.md section 4). */
export const registerClient = (call: Call, world: World): Answer => {
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
  const application = world.applications.get(statement)
  if (application === undefined) {
    if (!compactJws.test(statement)) {
      reject(call, "body", "`software_statement` is not a compact JWS; trim blanks and line folds (C-DCR-9).")
    }
    return dcrError("invalid_software_statement")
  }
  const { readings } = world.settings
  if (application.status === "unapproved") return dcrError("unapproved_software_statement")
  if (application.status === "revoked") return dcrError(readings.revokedStatementOnRegister)
  if (redirectUri !== undefined && !isAcceptableRedirectUri(redirectUri, application)) {
    return dcrError("invalid_redirect_uri")
  }

  const earlier = readings.repeatedRegistration === "samePair" ? clientOf(application, world) : undefined
  const client = earlier ?? createClient(application, world)
  return json(201, {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: application.redirectUris,
    grant_types: application.grantTypes,
    scopes: application.scopes,
    client_id_issued_at: Math.floor(call.now / 1_000)
  })
}

const clientOf = (application: Application, world: World): Client | undefined => {
  for (const client of world.clients.values()) if (client.application === application && !client.revoked) return client
  return undefined
}

const createClient = (application: Application, world: World): Client => {
  const client = {
    id: world.random.text(lettersAndDigits, 20),
    secret: world.random.text(lettersAndDigits, 32),
    application,
    revoked: false
  }
  world.clients.set(client.id, client)
  return client
}
