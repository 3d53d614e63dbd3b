import type { components } from "@tve-pass/client/dcr"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { callDcr, type JsonObject, type ReceivedAt, type Refusal } from "../dcr-call/index.ts"
import type { AuthContext } from "../context/index.ts"
import type { AuthError, AuthErrorReason } from "../errors/index.ts"
import type { ClientCredentials } from "../store/index.ts"

type RegistrationRequest = components["schemas"]["RegistrationRequest"]
type Field = keyof components["schemas"]["ClientCredentials"]

/** The scope that REST API V2 requires (C-DCR-11). */
const neededScope = "api:client:v2" satisfies components["schemas"]["Scope"]

/** `POST /o/client/register`: exchanges the software statement for new client credentials. */
export const registerClient = (
  context: AuthContext,
  onArrival: (hasArrived: boolean) => void
): Effect.Effect<ClientCredentials, AuthError> => {
  const { softwareStatement, redirectUri } = context.application
  const request: RegistrationRequest = {
    software_statement: Redacted.value(softwareStatement),
    ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri })
  }
  const registered = callDcr<ClientCredentials>(context, {
    operation: "registerClient",
    body: JSON.stringify(request),
    secrets: [request.software_statement, redirectUri],
    onArrival,
    read: readCredentials,
    refused
  })
  return Effect.flatMap(registered, (credentials) => {
    const { scopes } = credentials
    if (!scopes.includes(neededScope)) {
      context.events.publish({ type: "scope-missing", missing: neededScope, scopes })
    }
    return Effect.succeed(credentials)
  })
}

const readCredentials = (body: JsonObject, receivedAt: ReceivedAt): ClientCredentials | Field => {
  const { client_id: clientId, client_secret: clientSecret } = body
  if (typeof clientId !== "string" || clientId === "") return "client_id"
  if (typeof clientSecret !== "string" || clientSecret === "") return "client_secret"
  return {
    clientId,
    clientSecret: Redacted.make(clientSecret),
    grantTypes: strings(body["grant_types"]),
    scopes: strings(body["scopes"]),
    registeredAt: receivedAt.epoch
  }
}

const strings = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : []

const refused = ({ status, serverCode, isFinal, retryAfter }: Refusal): AuthErrorReason =>
  isFinal && serverCode !== undefined && serverCode.includes("software_statement")
    ? { _tag: "StatementRejected", serverCode, status }
    : { _tag: "RegistrationFailed", serverCode, status, ...retryAfter }
