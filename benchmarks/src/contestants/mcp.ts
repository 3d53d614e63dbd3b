import { UnauthorizedError, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js"
import { withOAuth } from "@modelcontextprotocol/sdk/client/middleware.js"
import type { OAuthClientInformationMixed, OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js"
import type { Contestant } from "../contestant.ts"
import { readJson } from "./read-json.ts"
import { staticBearer } from "./static-bearer.ts"

/**
 * Its middleware for `fetch`, which discovers, registers and asks for a token after a 401. The provider, which is the
 * application's, is like the SDK's `ClientCredentialsProvider`, but begins without a client, and keeps what it is told
 * to.
 */
export const mcp: Contestant = {
  name: "mcp",
  packages: ["@modelcontextprotocol/sdk"],
  bundleEntry: `export { withOAuth } from "@modelcontextprotocol/sdk/client/middleware.js"`,
  ignoresLifetime: "asks for another token only after a 401, whatever the lifetime",
  create: async ({ origin, fetch }) => {
    const send = withOAuth(provider(), origin)(fetch)
    return {
      call: async (path, { signal } = {}) => {
        try {
          return await readJson(await send(`${origin}${path}`, signal === undefined ? {} : { signal }))
        } catch (error) {
          if (error instanceof UnauthorizedError) return 401
          throw error
        }
      },
      callWithStaticBearer: staticBearer({ origin, fetch })
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
