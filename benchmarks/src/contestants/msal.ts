import { ConfidentialClientApplication, ProtocolMode, type INetworkModule } from "@azure/msal-node"
import type { Contestant, Network } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { readJson } from "./read-json.ts"

/** The client credentials flow with its cache; the application sends the request with the token. */
export const msal: Contestant = {
  name: "msal",
  kind: "OAuth libraries",
  packages: ["@azure/msal-node"],
  bundleEntry: `export { ConfidentialClientApplication } from "@azure/msal-node"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async ({ origin, fetch }) => {
    const application = new ConfidentialClientApplication({
      auth: {
        clientId: "client",
        clientSecret: "secret",
        authority: `${origin}/`,
        knownAuthorities: [new URL(origin).host]
      },
      system: { networkClient: networkClientOver(fetch), protocolMode: ProtocolMode.OIDC }
    })
    return {
      call: async (path, { signal } = {}) => {
        const result = await application.acquireTokenByClientCredential({ scopes: ["api:client:v2/.default"] })
        const headers = { ...deviceHeaders, Authorization: `Bearer ${result?.accessToken}` }
        return readJson(await fetch(`${origin}${path}`, signal === undefined ? { headers } : { headers, signal }))
      }
    }
  }
}

const networkClientOver = (fetch: Network["fetch"]): INetworkModule => {
  const send = async (url: string, init: RequestInit) => {
    const response = await fetch(url, init)
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() }
  }
  return {
    sendGetRequestAsync: (url, { headers = {} } = {}) => send(url, { headers }),
    sendPostRequestAsync: (url, { headers = {}, body = "" } = {}) => send(url, { method: "POST", headers, body })
  }
}
