import {
  accessToken,
  clientCredentials,
  installationToken,
  registeredClient,
  serverMetadata,
  type IssuedToken
} from "./documents.ts"

/** What a request is counted as. */
export type RequestKind = "register" | "token" | "discovery" | "api"

export interface Endpoint {
  readonly kind: Exclude<RequestKind, "api">
  readonly answer: (server: AnsweringServer) => Response
}

/** What endpoints need of the server that they belong to. */
export interface AnsweringServer {
  readonly origin: string
  readonly issue: () => IssuedToken
  readonly registered: () => number
}

const register = (document: (number: number) => object): Endpoint => ({
  kind: "register",
  answer: ({ registered }) => Response.json(document(registered()), { status: 201 })
})

const token = (status: number, document: (issued: IssuedToken) => object): Endpoint => ({
  kind: "token",
  answer: ({ issue }) => Response.json(document(issue()), { status })
})

const metadata: Endpoint = { kind: "discovery", answer: ({ origin }) => Response.json(serverMetadata(origin)) }

/**
 * By path. Below `/o` as Adobe Pass answers, with a 201 for a token; elsewhere as the clients of others are documented
 * to expect.
 */
const endpoints: { readonly [path: string]: Endpoint } = {
  "/o/client/register": register(clientCredentials),
  "/o/client/token": token(201, accessToken),
  // RFC 7591 and RFC 6749.
  "/oauth2/register": register(registeredClient),
  "/oauth2/token": token(200, accessToken),
  "/.well-known/oauth-authorization-server": metadata,
  "/.well-known/openid-configuration": metadata
}

const installation: Endpoint = token(201, installationToken)
const nothing: Endpoint = { kind: "discovery", answer: () => new Response(null, { status: 404 }) }

export const endpointAt = (path: string): Endpoint =>
  endpoints[path] ?? (/^\/app\/installations\/\d+\/access_tokens$/.test(path) ? installation : nothing)
