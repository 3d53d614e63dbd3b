import type { paths } from "@tve-pass/client/rest-v2"
import createClient from "openapi-fetch"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { createTokenCache } from "./token-cache.ts"

/** Its middleware, as its documentation sets a token, over a cache that the application wrote. It cannot send a request again. */
export const openapiFetch: Contestant = {
  name: "openapi-fetch",
  kind: "HTTP clients",
  packages: ["openapi-fetch"],
  bundleEntry: `export { default } from "openapi-fetch"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async (network) => {
    const tokens = createTokenCache(network)
    const client = createClient<paths>({ baseUrl: network.origin, fetch: network.fetch, headers: deviceHeaders })
    client.use({
      onRequest: async ({ request }) => {
        request.headers.set("Authorization", `Bearer ${await tokens.get()}`)
      }
    })
    return {
      call: async (_path, { signal } = {}) => {
        const params = { path: { serviceProvider: "REF30" } }
        const options = signal === undefined ? { params } : { params, signal }
        // Boundary: the headers of the device are set on the client.
        const { response } = await client.GET("/api/v2/{serviceProvider}/configuration", options as never)
        return response.status
      }
    }
  }
}
