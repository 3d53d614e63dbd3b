import * as Redacted from "effect/Redacted"
import type { AccessToken } from "./access-token.ts"
import type { ClientCredentials } from "./client-credentials.ts"
import type { RecordKind } from "./record-format.ts"
import type { RegistrationGuard } from "./registration-guard.ts"

export const credentialsRecord: RecordKind<ClientCredentials> = {
  name: "credentials",
  keepsPrevious: true,
  write: (credentials) => ({ ...credentials, clientSecret: Redacted.value(credentials.clientSecret) }),
  read: ({ clientId, clientSecret, grantTypes, scopes, registeredAt }) =>
    isText(clientId) && isText(clientSecret) && isTexts(grantTypes) && isTexts(scopes) && isTime(registeredAt)
      ? { clientId, clientSecret: Redacted.make(clientSecret), grantTypes, scopes, registeredAt }
      : undefined
}

export const tokenRecord: RecordKind<AccessToken> = {
  name: "token",
  keepsPrevious: false,
  write: (token) => ({ ...token, value: Redacted.value(token.value) }),
  read: ({ value, clientId, receivedAt, expiresAt, createdAt, id }) =>
    isText(value) && isText(clientId) && isTime(receivedAt) && isTime(expiresAt)
      ? {
          value: Redacted.make(value),
          clientId,
          receivedAt,
          expiresAt,
          createdAt: isTime(createdAt) ? createdAt : undefined,
          id: isText(id) ? id : undefined
        }
      : undefined
}

export const guardRecord: RecordKind<RegistrationGuard> = {
  name: "registration-guard",
  keepsPrevious: false,
  write: (guard) => ({ ...guard }),
  read: ({ lastRegistrationAt, reason }) =>
    isTime(lastRegistrationAt) && isText(reason) ? { lastRegistrationAt, reason } : undefined
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== ""

const isTexts = (value: unknown): value is ReadonlyArray<string> => Array.isArray(value) && value.every(isText)

const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value)
