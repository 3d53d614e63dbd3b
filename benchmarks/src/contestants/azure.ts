import type { TokenCredential } from "@azure/core-auth"
import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient
} from "@azure/core-rest-pipeline"
import type { Contestant, Network } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { reportedStatus } from "./read-json.ts"

/**
 * The default pipeline with the policy for bearer tokens. The application wrote the credential, which retrieves a token
 * and honours the signal, as those of `@azure/identity` do.
 */
export const azure: Contestant = {
  name: "azure",
  kind: "OAuth libraries",
  packages: ["@azure/core-rest-pipeline", "@azure/core-auth"],
  bundleEntry: `export {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest
} from "@azure/core-rest-pipeline"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async ({ origin, fetch }) => {
    const httpClient = httpClientOver(fetch)
    const pipeline = createPipelineFromOptions({})
    const credential = clientCredentials({ origin, fetch })
    pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: "api:client:v2" }))
    return {
      call: (path, { signal } = {}) =>
        reportedStatus(async () => {
          const request = createPipelineRequest({
            url: `${origin}${path}`,
            headers: createHttpHeaders(deviceHeaders),
            ...(signal === undefined ? {} : { abortSignal: signal })
          })
          const { status, bodyAsText } = await pipeline.sendRequest(httpClient, request)
          if (status === 200) JSON.parse(bodyAsText ?? "")
          return status
        })
    }
  }
}

/** Does what its client for browsers does, over the network of the measurement. */
const httpClientOver = (fetch: Network["fetch"]): HttpClient => ({
  sendRequest: async (request) => {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJSON({ preserveCase: true }),
      ...(request.abortSignal instanceof AbortSignal ? { signal: request.abortSignal } : {})
    })
    return {
      request,
      status: response.status,
      headers: createHttpHeaders(Object.fromEntries(response.headers)),
      bodyAsText: await response.text()
    }
  }
})

const clientCredentials = ({ origin, fetch }: Network): TokenCredential => ({
  getToken: async (_scopes, { abortSignal } = {}) => {
    const response = await fetch(`${origin}/o/client/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: "client", client_secret: "secret", grant_type: "client_credentials" }),
      ...(abortSignal instanceof AbortSignal ? { signal: abortSignal } : {})
    })
    const { access_token, expires_in } = await response.json()
    return { token: access_token, expiresOnTimestamp: Date.now() + expires_in * 1000 }
  }
})
