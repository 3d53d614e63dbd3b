import { OAuth2Client } from "google-auth-library"
import type { Contestant } from "../contestant.ts"
import { reportedStatus } from "./reported-status.ts"
import { staticBearer } from "./static-bearer.ts"

/**
 * A client with a refresh token, with `forceRefreshOnFailure` and `retry`, which it offers and has off by default. A
 * service account would come closer to a software statement, but keeps its token after a 401.
 */
export const google: Contestant = {
  name: "google",
  packages: ["google-auth-library"],
  bundleEntry: `export { OAuth2Client } from "google-auth-library"`,
  givenCredentials: "knows no registration: is given a client id and secret",
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
          const options = { url: `${origin}${path}`, retry: true, ...(signal === undefined ? {} : { signal }) }
          return (await client.request(options)).status
        }),
      callWithStaticBearer: staticBearer({ origin, fetch })
    }
  }
}
