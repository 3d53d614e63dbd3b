import * as Context from "effect/Context"
import type { AccessTokenSource } from "./access-token-source.ts"

/** Where access tokens come from. */
export class TokenSource extends Context.Service<TokenSource, AccessTokenSource>()(
  "@tve-pass/auth/token-source/TokenSource"
) {}
