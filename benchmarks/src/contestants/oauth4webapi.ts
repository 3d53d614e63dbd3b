import * as oauth from "oauth4webapi"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { readJson, reportedStatus } from "./read-json.ts"

/** Discovery and registration once, when the application starts; then a grant and a request, as in its examples. */
export const oauth4webapi: Contestant = {
  name: "oauth4webapi",
  kind: "OAuth libraries",
  packages: ["oauth4webapi"],
  bundleEntry: `export {
  ClientSecretPost,
  clientCredentialsGrantRequest,
  discoveryRequest,
  dynamicClientRegistrationRequest,
  processClientCredentialsResponse,
  processDiscoveryResponse,
  processDynamicClientRegistrationResponse,
  protectedResourceRequest
} from "oauth4webapi"`,
  leavesTokens: "returns the token response to the application and keeps nothing",
  create: async ({ origin, fetch }) => {
    const options = { [oauth.customFetch]: fetch }
    const issuer = new URL(origin)
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
    const registered = await oauth.processDynamicClientRegistrationResponse(
      await oauth.dynamicClientRegistrationRequest(server, { software_statement: "a.b.c" }, options)
    )
    const authentication = oauth.ClientSecretPost(String(registered["client_secret"]))
    const grant = async (signal: AbortSignal | undefined): Promise<string> => {
      const withSignal = signal === undefined ? options : { ...options, signal }
      const parameters = { scope: "api:client:v2" }
      const response = await oauth.clientCredentialsGrantRequest(
        server,
        registered,
        authentication,
        parameters,
        withSignal
      )
      return (await oauth.processClientCredentialsResponse(server, registered, response)).access_token
    }
    const headers = new Headers(deviceHeaders)
    let accessToken = ""
    const later = (path: string): Promise<number> =>
      reportedStatus(async () =>
        readJson(
          await oauth.protectedResourceRequest(accessToken, "GET", new URL(path, origin), headers, null, options)
        )
      )
    return {
      call: async (path, { signal } = {}) => {
        accessToken = await grant(signal)
        return later(path)
      },
      laterCall: later
    }
  }
}
