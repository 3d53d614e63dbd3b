import { OAuth2Client, OAuth2Fetch } from "@badgateway/oauth2-client"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { readJson } from "./read-json.ts"

/** The fetch wrapper, as middleware: its own `fetch` always uses the platform's. */
export const badgateway: Contestant = {
  name: "badgateway",
  kind: "OAuth libraries",
  packages: ["@badgateway/oauth2-client"],
  bundleEntry: `export { OAuth2Client, OAuth2Fetch } from "@badgateway/oauth2-client"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async ({ origin, fetch }) => {
    const client = new OAuth2Client({
      server: origin,
      clientId: "client",
      clientSecret: "secret",
      tokenEndpoint: "/o/client/token",
      authenticationMethod: "client_secret_post",
      fetch
    })
    const send = new OAuth2Fetch({ client, getNewToken: () => client.clientCredentials() }).mw()
    return {
      call: async (path, { signal } = {}) => {
        const request = new Request(`${origin}${path}`, {
          headers: deviceHeaders,
          ...(signal === undefined ? {} : { signal })
        })
        return readJson(await send(request, fetch))
      }
    }
  }
}
