import { JWT } from "google-auth-library"
import type { Contestant } from "../contestant.ts"
import { privateKey } from "./private-key.ts"
import { reportedStatus } from "./reported-status.ts"
import { staticBearer } from "./static-bearer.ts"

/**
 * A service account: a signed assertion is exchanged for a token, which comes closest to a software statement. With
 * `forceRefreshOnFailure` and `retry`, which it offers and has off by default.
 */
export const google: Contestant = {
  name: "google",
  packages: ["google-auth-library"],
  bundleEntry: `export { JWT } from "google-auth-library"`,
  givenCredentials: "knows no registration: is given a key",
  create: async ({ origin, fetch }) => {
    const client = new JWT({
      email: "application@example.invalid",
      key: privateKey("pkcs8"),
      scopes: ["api:client:v2"],
      forceRefreshOnFailure: true,
      transporterOptions: { fetchImplementation: fetch }
    })
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
