import { makeAuthorizedTransport, type AuthorizedTransport } from "../authorized-transport/index.ts"
import type { AuthContext } from "../context/index.ts"
import { makeRegistration } from "../registration/index.ts"
import { makeTokenSource, type TokenSource } from "../token-source/index.ts"

/** The auth layer of one application instance. */
export interface AssembledAuth {
  readonly tokens: TokenSource
  readonly transport: AuthorizedTransport
}

/** Assembles the auth layer of one application instance without layers, which apps in a browser do not need. */
export const assemble = (context: AuthContext): AssembledAuth => {
  const tokens = makeTokenSource(context, makeRegistration(context))
  return { tokens, transport: makeAuthorizedTransport(context, tokens) }
}
