import type { components } from "@tve-pass/client/dcr"
import type * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { callDcr, type JsonObject, type ReceivedAt, type Refusal } from "../dcr-call/index.ts"
import type { AuthContext } from "../context/index.ts"
import type { AuthError, AuthErrorReason } from "../errors/index.ts"
import type { AccessToken, ClientCredentials } from "../store/index.ts"

type AccessTokenRequest = components["schemas"]["AccessTokenRequest"]
type Field = keyof components["schemas"]["AccessToken"]

const grantType = "client_credentials" satisfies components["schemas"]["GrantType"]

/** Smaller numbers are seconds: this number is the year 1973 in milliseconds, and 5138 in seconds (C-DCR-1). */
const smallestMilliseconds = 1e11

/** Ten years in seconds. */
const longestLifetime = 10 * 365.25 * 86_400

/** An access token, and the time of its receipt. */
export interface ReceivedToken {
  readonly token: AccessToken
  readonly receivedAt: ReceivedAt
}

/** `POST /o/client/token`: exchanges the client credentials for an access token. */
export const retrieveAccessToken = (
  context: AuthContext,
  { clientId, clientSecret, grantTypes }: ClientCredentials
): Effect.Effect<ReceivedToken, AuthError> => {
  const request: AccessTokenRequest = {
    client_id: clientId,
    client_secret: Redacted.value(clientSecret),
    grant_type: grantTypes.includes(grantType) ? grantType : (grantTypes[0] ?? grantType)
  }
  return callDcr<ReceivedToken>(context, {
    operation: "retrieveAccessToken",
    body: new URLSearchParams({ ...request }).toString(),
    secrets: [clientId, request.client_secret],
    read: (body, receivedAt) => {
      const token = readAccessToken(body, receivedAt, clientId)
      return typeof token === "string" ? token : { token, receivedAt }
    },
    refused
  })
}

const readAccessToken = (body: JsonObject, receivedAt: ReceivedAt, clientId: string): AccessToken | Field => {
  const { access_token: value, id } = body
  // Any other value is invalid in a header, and the platform's error would quote it.
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) return "access_token"
  const expiresIn = readNumber(body["expires_in"])
  if (!(expiresIn > 0 && expiresIn <= longestLifetime)) return "expires_in"
  const createdAt = readNumber(body["created_at"])
  return {
    value: Redacted.make(value),
    clientId,
    receivedAt: receivedAt.epoch,
    expiresAt: receivedAt.epoch + expiresIn * 1000,
    createdAt: createdAt > 0 ? (createdAt < smallestMilliseconds ? createdAt * 1000 : createdAt) : undefined,
    id: typeof id === "string" ? id : undefined
  }
}

/** Reads a number or a numeric string (rule 12, token response). Returns `NaN` for anything else. */
const readNumber = (value: unknown): number =>
  typeof value === "number"
    ? value
    : typeof value === "string" && /^\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : Number.NaN

const refused = ({ status, serverCode, isFinal, retryAfter }: Refusal): AuthErrorReason => {
  switch (isFinal ? serverCode : undefined) {
    case "invalid_client":
      return { _tag: "ClientRejected", serverCode: "invalid_client" }
    case "unauthorized_client":
    case "unsupported_grant_type":
      return { _tag: "ClientNotAllowed", serverCode: serverCode ?? "" }
    default:
      return { _tag: "TokenFailed", serverCode, status, ...retryAfter }
  }
}
