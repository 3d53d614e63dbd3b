import type { AccessToken } from "./access-token.ts"
import type { ClientCredentials } from "./client-credentials.ts"
import type { RecordKind } from "./record-format.ts"
import type { RegistrationGuard } from "./registration-guard.ts"
import type { ServiceProviderRecord } from "./service-provider-record.ts"

export const credentialsRecord: RecordKind<ClientCredentials> = {
  name: "credentials",
  secret: "clientSecret",
  keepsPrevious: true
}

export const tokenRecord: RecordKind<AccessToken> = { name: "token", secret: "value", keepsPrevious: false }

export const guardRecord: RecordKind<RegistrationGuard> = {
  name: "registration-guard",
  secret: undefined,
  keepsPrevious: false
}

export const serviceProviderRecord: RecordKind<ServiceProviderRecord> = {
  name: "service-providers",
  secret: undefined,
  keepsPrevious: false
}
