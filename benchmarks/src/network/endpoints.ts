/** What a request is counted as. */
export type RequestKind = "register" | "token" | "discovery" | "api"

export interface Endpoint {
  readonly kind: Exclude<RequestKind, "api">
  readonly respond: (server: RespondingServer) => Response
}

/** What endpoints need of their server. */
export interface RespondingServer {
  readonly origin: string
  readonly issue: () => IssuedToken
  /** How many clients have registered. */
  readonly registered: () => number
}

export interface IssuedToken {
  readonly token: string
  /** Seconds. */
  readonly lifetime: number
}

/** A short response of the API: the benchmarks compare how it is obtained, not how it is parsed. */
export const configuration = JSON.stringify({ requestor: { id: "REF30", mvpds: [] } })

/** As docs/protocol/dcr.md documents it. */
const clientCredentials = (number: number): object => ({
  client_id: `client ${number}`,
  client_secret: "secret",
  client_id_issued_at: Math.floor(Date.now() / 1000),
  redirect_uris: ["https://app.invalid/"],
  grant_types: ["client_credentials"],
  scopes: ["api:client:v2"]
})

/** As docs/protocol/dcr.md documents it, which has what RFC 6749 requires. */
const accessToken = ({ token, lifetime }: IssuedToken): object => ({
  id: "a932f8f0-210a-41a4-b2a8-377751f6b76f",
  access_token: token,
  created_at: Date.now(),
  expires_in: lifetime,
  token_type: "bearer"
})

/** As GitHub responds to `POST /app/installations/{installation_id}/access_tokens`. */
const installationToken = ({ token, lifetime }: IssuedToken): object => ({
  token,
  expires_at: new Date(Date.now() + lifetime * 1000).toISOString(),
  permissions: { metadata: "read" },
  repository_selection: "all"
})

/** What authorization servers publish about themselves (RFC 8414, OpenID Connect Discovery). */
const serverMetadata = (origin: string): object => ({
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

const register = (document: (number: number) => object): Endpoint => ({
  kind: "register",
  respond: ({ registered }) => Response.json(document(registered()), { status: 201 })
})

const token = (status: number, document: (issued: IssuedToken) => object): Endpoint => ({
  kind: "token",
  respond: ({ issue }) => Response.json(document(issue()), { status })
})

const metadata: Endpoint = { kind: "discovery", respond: ({ origin }) => Response.json(serverMetadata(origin)) }

/** By path. Below `/o` as Adobe Pass responds, with 201 for a token; elsewhere as the standards say. */
const endpoints: { readonly [path: string]: Endpoint } = {
  "/o/client/register": register(clientCredentials),
  "/o/client/token": token(201, accessToken),
  // RFC 7591 requires the expiry beside a secret; RFC 6749 requires 200.
  "/oauth2/register": register((number) => ({ ...clientCredentials(number), client_secret_expires_at: 0 })),
  "/oauth2/token": token(200, accessToken),
  "/.well-known/oauth-authorization-server": metadata,
  "/.well-known/openid-configuration": metadata
}

const installation = token(201, installationToken)
const nothing: Endpoint = { kind: "discovery", respond: () => new Response(null, { status: 404 }) }

export const endpointAt = (path: string): Endpoint =>
  endpoints[path] ?? (/^\/app\/installations\/\d+\/access_tokens$/.test(path) ? installation : nothing)
