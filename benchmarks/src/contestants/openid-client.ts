import * as client from "openid-client"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { readJson, reportedStatus } from "./read-json.ts"

/**
 * Registration by its `dynamicClientRegistration`, once, when the application starts; then its
 * `clientCredentialsGrant` and `fetchProtectedResource`, as its documentation calls one after the other.
 */
export const openidClient: Contestant = {
  name: "openid-client",
  kind: "OAuth libraries",
  packages: ["openid-client"],
  bundleEntry: `export { clientCredentialsGrant, dynamicClientRegistration, fetchProtectedResource } from "openid-client"`,
  leavesTokens: "returns the token response to the application and keeps nothing",
  create: async ({ origin, fetch }) => {
    const configuration = await client.dynamicClientRegistration(
      new URL(origin),
      { software_statement: "a.b.c" },
      undefined,
      { [client.customFetch]: fetch }
    )
    const headers = new Headers(deviceHeaders)
    let accessToken = ""
    const later = async (path: string): Promise<number> =>
      reportedStatus(async () =>
        readJson(
          await client.fetchProtectedResource(
            configuration,
            accessToken,
            new URL(path, origin),
            "GET",
            undefined,
            headers
          )
        )
      )
    return {
      call: async (path) => {
        accessToken = (await client.clientCredentialsGrant(configuration, { scope: "api:client:v2" })).access_token
        return later(path)
      },
      laterCall: later
    }
  }
}
