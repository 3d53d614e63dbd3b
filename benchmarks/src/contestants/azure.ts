import type { TokenCredential } from "@azure/core-auth"
import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient
} from "@azure/core-rest-pipeline"
import type { Contestant, Network } from "../contestant.ts"
import { staticToken } from "../network/stub-network.ts"
import { reportedStatus } from "./reported-status.ts"

/**
 * The default pipeline with the policy for bearer tokens. The credential, which asks for a token, is the application's;
 * it honours the signal that it is given, as those of `@azure/identity` do.
 */
export const azure: Contestant = {
  name: "azure",
  packages: ["@azure/core-rest-pipeline", "@azure/core-auth"],
  bundleEntry: `export {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest
} from "@azure/core-rest-pipeline"`,
  givenCredentials: "knows no registration: is given a client id and secret",
  create: async ({ origin, fetch }) => {
    const httpClient = httpClientOver(fetch)
    const pipeline = createPipelineFromOptions({})
    const credential = clientCredentials({ origin, fetch })
    pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: "api:client:v2" }))
    const headers = { Authorization: `Bearer ${staticToken}` }
    return {
      call: (path, { signal } = {}) =>
        reportedStatus(async () => {
          const request = createPipelineRequest({
            url: `${origin}${path}`,
            ...(signal === undefined ? {} : { abortSignal: signal })
          })
          const { status, bodyAsText } = await pipeline.sendRequest(httpClient, request)
          if (status === 200) JSON.parse(bodyAsText ?? "")
          return status
        }),
      callWithStaticBearer: async (path) => {
        const request = createPipelineRequest({ url: `${origin}${path}`, headers: createHttpHeaders(headers) })
        const { status, bodyAsText } = await httpClient.sendRequest(request)
        JSON.parse(bodyAsText ?? "")
        return status
      }
    }
  }
}

/** What its client for browsers does, over the network of the measurement. */
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
