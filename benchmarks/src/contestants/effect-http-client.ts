import * as Cache from "effect/Cache"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientRequest from "effect/http/HttpClientRequest"
import type * as HttpClientResponse from "effect/http/HttpClientResponse"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { reportedStatus } from "./read-json.ts"

/** Its HTTP client with the token in a `Cache`, which is invalidated after a 401 before one retry. */
export const effectHttpClient: Contestant = {
  name: "Effect HttpClient",
  kind: "HTTP clients",
  packages: ["effect"],
  bundleEntry: `export * as Cache from "effect/Cache"
export * as Effect from "effect/Effect"
export * as FetchHttpClient from "effect/http/FetchHttpClient"
export * as HttpClient from "effect/http/HttpClient"
export * as HttpClientRequest from "effect/http/HttpClientRequest"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async ({ origin, fetch }) => {
    const plain = await Effect.runPromise(
      HttpClient.HttpClient.pipe(
        Effect.map((client) => HttpClient.filterStatusOk(client)),
        Effect.provide(FetchHttpClient.layer)
      )
    )
    const retrieve = HttpClientRequest.post(`${origin}/o/client/token`).pipe(
      HttpClientRequest.bodyUrlParams({
        client_id: "client",
        client_secret: "secret",
        grant_type: "client_credentials"
      }),
      plain.execute,
      Effect.flatMap((response) => response.json),
      // Boundary: the stub sends what docs/protocol/dcr.md documents.
      Effect.map((body) => body as { readonly access_token: string; readonly expires_in: number })
    )
    const tokens = await Effect.runPromise(
      Cache.makeWith(() => retrieve, {
        capacity: 1,
        timeToLive: (exit) =>
          Exit.isSuccess(exit) ? Duration.seconds(Math.max(exit.value.expires_in - 30, exit.value.expires_in / 2)) : 0
      })
    )
    const client = plain.pipe(
      HttpClient.mapRequestEffect((request) =>
        Effect.map(Cache.get(tokens, "token"), (token) => HttpClientRequest.bearerToken(request, token.access_token))
      ),
      HttpClient.retry({
        times: 1,
        while: (error) =>
          statusOf(error) === 401 ? Effect.as(Cache.invalidate(tokens, "token"), true) : Effect.succeed(false)
      })
    )
    return {
      call: (path, { signal } = {}) =>
        reportedStatus(() =>
          client.get(`${origin}${path}`, { headers: deviceHeaders }).pipe(
            Effect.tap((response: HttpClientResponse.HttpClientResponse) => response.json),
            Effect.map(({ status }) => status),
            // Boundary: it takes the platform's `fetch`.
            Effect.provideService(FetchHttpClient.Fetch, fetch as typeof globalThis.fetch),
            (call) => Effect.runPromise(call, signal === undefined ? {} : { signal })
          )
        )
    }
  }
}

const statusOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "response" in error
    ? (error.response as { readonly status?: unknown } | undefined)?.status
    : undefined
