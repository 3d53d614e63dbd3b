import { OAuth2Client } from "google-auth-library"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { reportedStatus } from "./read-json.ts"

/**
 * A client with a refresh token, with `forceRefreshOnFailure` and `retry`, which are off by default. A
 * service account would come closer to a software statement, but keeps its token after a 401.
 */
export const google: Contestant = {
  name: "google",
  kind: "OAuth libraries",
  packages: ["google-auth-library"],
  bundleEntry: `export { OAuth2Client } from "google-auth-library"`,
  givenCredentials: "does not register: gets a client id and secret",
  create: async ({ origin, fetch }) => {
    const client = new OAuth2Client({
      clientId: "client",
      clientSecret: "secret",
      endpoints: { oauth2TokenUrl: `${origin}/oauth2/token` },
      forceRefreshOnFailure: true,
      transporterOptions: { fetchImplementation: fetch }
    })
    client.setCredentials({ refresh_token: "refresh" })
    return {
      call: (path, { signal } = {}) =>
        reportedStatus(async () => {
          const options = { url: `${origin}${path}`, headers: deviceHeaders, retry: true }
          return (await client.request(signal === undefined ? options : { ...options, signal })).status
        })
    }
  }
}
