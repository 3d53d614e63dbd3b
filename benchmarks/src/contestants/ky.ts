import createKy, { type KyInstance } from "ky"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { reportedStatus } from "./read-json.ts"
import { bearerOf, createTokenCache } from "./token-cache.ts"

/** Its hooks, as its documentation sets a token and retries a 401, over a cache that the application wrote. */
export const ky: Contestant = {
  name: "ky",
  kind: "HTTP clients",
  packages: ["ky"],
  bundleEntry: `export { default } from "ky"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async (network) => {
    const tokens = createTokenCache(network)
    const authorize = async (request: Request): Promise<void> =>
      request.headers.set("Authorization", `Bearer ${await tokens.get()}`)
    const client: KyInstance = createKy.create({
      baseUrl: network.origin,
      // Boundary: it takes the platform's `fetch`.
      fetch: network.fetch as typeof fetch,
      headers: deviceHeaders,
      hooks: {
        beforeRequest: [({ request }) => authorize(request)],
        beforeRetry: [({ request }) => authorize(request)],
        afterResponse: [
          ({ request, response, retryCount }) => {
            if (response.status !== 401 || retryCount > 0) return
            tokens.drop(bearerOf(request.headers.get("Authorization")))
            return createKy.retry({ delay: 0 })
          }
        ]
      }
    })
    return {
      call: (path, { signal } = {}) =>
        reportedStatus(async () => {
          const response = await client.get(path, signal === undefined ? {} : { signal })
          await response.json()
          return response.status
        })
    }
  }
}
