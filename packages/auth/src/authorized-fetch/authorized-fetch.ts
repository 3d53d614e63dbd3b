import * as Context from "effect/Context"
import type { AuthorizedTransport } from "./authorized-transport.ts"

/** Sends requests with the access token of the application. */
export class AuthorizedFetch extends Context.Service<AuthorizedFetch, AuthorizedTransport>()(
  "@tve-pass/auth/authorized-fetch/AuthorizedFetch"
) {}
