import { createFetch } from "ofetch"
import pThrottle from "p-throttle"
import type { Contestant, Network } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { reportedStatus } from "./read-json.ts"
import { bearerOf, createTokenCache } from "./token-cache.ts"

const retryStatusCodes = [401, 408, 409, 425, 429, 500, 502, 503, 504]

/** Its interceptors and its retry, with 401 among the statuses to retry, over a cache that the application wrote. */
const create = (network: Network) => {
  const tokens = createTokenCache(network)
  // Boundary: it takes the platform's `fetch`.
  const send = createFetch({ fetch: network.fetch as typeof fetch }).create({
    baseURL: network.origin,
    retry: 1,
    retryStatusCodes,
    onRequest: async ({ options }) => {
      options.headers.set("Authorization", `Bearer ${await tokens.get()}`)
    },
    onResponseError: ({ options, response }) => {
      if (response.status === 401) tokens.drop(bearerOf(options.headers.get("Authorization")))
    }
  })
  return async (path: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<number> =>
    reportedStatus(
      async () => (await send.raw(path, { headers: deviceHeaders, ...(signal === undefined ? {} : { signal }) })).status
    )
}

export const ofetch: Contestant = {
  name: "ofetch",
  kind: "HTTP clients",
  packages: ["ofetch"],
  bundleEntry: `export { createFetch } from "ofetch"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async (network) => ({ call: create(network) })
}

/** The same, called through p-throttle with the documented rate. */
export const ofetchWithThrottle: Contestant = {
  ...ofetch,
  name: "ofetch + p-throttle",
  packages: ["ofetch", "p-throttle"],
  bundleEntry: `export { createFetch } from "ofetch"\nexport { default } from "p-throttle"`,
  create: async (network, limits = "none") => {
    // It has no burst beside the rate.
    const throttle = pThrottle(limits === "documented" ? { limit: 1, interval: 1000 } : { limit: 1e9, interval: 1000 })
    return { call: throttle(create(network)) }
  }
}
