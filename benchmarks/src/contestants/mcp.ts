import { UnauthorizedError, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js"
import { withOAuth } from "@modelcontextprotocol/sdk/client/middleware.js"
import type { OAuthClientInformationMixed, OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { readJson } from "./read-json.ts"

/**
 * Its middleware for `fetch`, which discovers, registers and retrieves a token after a 401. The application wrote the
 * provider: it is like the SDK's `ClientCredentialsProvider`, but starts without a client and keeps what it gets.
 */
export const mcp: Contestant = {
  name: "mcp",
  kind: "OAuth libraries",
  packages: ["@modelcontextprotocol/sdk"],
  bundleEntry: `export { withOAuth } from "@modelcontextprotocol/sdk/client/middleware.js"`,
  ignoresLifetime: "ignores the lifetime; retrieves another token only after a 401",
  create: async ({ origin, fetch }) => {
    const send = withOAuth(provider(), origin)(fetch)
    return {
      call: async (path, { signal } = {}) => {
        try {
          return await readJson(
            await send(`${origin}${path}`, {
              headers: deviceHeaders,
              ...(signal === undefined ? {} : { signal })
            })
          )
        } catch (error) {
          if (error instanceof UnauthorizedError) return 401
          throw error
        }
      }
    }
  }
}

const provider = (): OAuthClientProvider => {
  let client: OAuthClientInformationMixed | undefined
  let tokens: OAuthTokens | undefined
  let discovered: Awaited<ReturnType<NonNullable<OAuthClientProvider["discoveryState"]>>>
  return {
    redirectUrl: undefined,
    clientMetadata: {
      redirect_uris: [],
      grant_types: ["client_credentials"],
      token_endpoint_auth_method: "client_secret_post",
      software_statement: "a.b.c"
    },
    clientInformation: () => client,
    saveClientInformation: (information) => {
      client = information
    },
    tokens: () => tokens,
    saveTokens: (saved) => {
      tokens = saved
    },
    discoveryState: () => discovered,
    saveDiscoveryState: (state) => {
      discovered = state
    },
    prepareTokenRequest: () => new URLSearchParams({ grant_type: "client_credentials" }),
    redirectToAuthorization: () => {},
    saveCodeVerifier: () => {},
    codeVerifier: () => ""
  }
}
