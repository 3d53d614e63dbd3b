/** What authorization servers publish about themselves, for those who look it up (RFC 8414, OpenID Connect Discovery). */
export const serverMetadata = (origin: string): object => ({
  issuer: origin,
  authorization_endpoint: `${origin}/oauth2/authorize`,
  token_endpoint: `${origin}/oauth2/token`,
  registration_endpoint: `${origin}/oauth2/register`,
  jwks_uri: `${origin}/oauth2/keys`,
  response_types_supported: ["code"],
  grant_types_supported: ["client_credentials"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"]
})

/** As docs/protocol/dcr.md documents it. */
export const clientCredentials = (number: number): object => ({
  client_id: `client ${number}`,
  client_secret: "secret",
  client_id_issued_at: Math.floor(Date.now() / 1000),
  redirect_uris: ["https://app.invalid/"],
  grant_types: ["client_credentials"],
  scopes: ["api:client:v2"]
})

/** The same with what RFC 7591 requires beside a secret. */
export const registeredClient = (number: number): object => ({
  ...clientCredentials(number),
  client_secret_expires_at: 0
})

export interface IssuedToken {
  readonly token: string
  /** Seconds. */
  readonly lifetime: number
}

/** As docs/protocol/dcr.md documents it, which has what RFC 6749 requires. */
export const accessToken = ({ token, lifetime }: IssuedToken): object => ({
  id: "a932f8f0-210a-41a4-b2a8-377751f6b76f",
  access_token: token,
  created_at: Date.now(),
  expires_in: lifetime,
  token_type: "bearer"
})

/** As GitHub answers `POST /app/installations/{installation_id}/access_tokens`. */
export const installationToken = ({ token, lifetime }: IssuedToken): object => ({
  token,
  expires_at: new Date(Date.now() + lifetime * 1000).toISOString(),
  permissions: { metadata: "read" },
  repository_selection: "all"
})

/** A short answer of the API: what is measured is how it is got, not how it is read. */
export const configuration = JSON.stringify({ requestor: { id: "REF30", mvpds: [] } })
