import type { Client } from "./clients.ts"

/** A bearer token that the simulator issued. */
export interface AccessToken {
  /** The `id` of the token response. It is no secret, and identifies the token in the journal. */
  readonly id: string
  readonly client: Client
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** The valid access tokens, by value. Expired ones are dropped, because they get the same response as unknown ones. */
export interface AccessTokens {
  add(value: string, token: AccessToken, now: number): void
  find(value: string): AccessToken | undefined
  revoke(value: string): boolean
  /** Revokes all tokens, or those for which `isMeant` returns `true`. */
  revokeAll(isMeant?: (token: AccessToken) => boolean): void
  readonly size: number
}

export const createAccessTokens = (): AccessTokens => {
  // In order of issue, which is the order of expiry, because all tokens have the same lifetime.
  const tokens = new Map<string, AccessToken>()

  const forgetExpired = (now: number) => {
    for (const [value, token] of tokens) {
      if (token.expiresAt > now) return
      tokens.delete(value)
    }
  }

  return {
    add: (value, token, now) => {
      forgetExpired(now)
      tokens.set(value, token)
    },
    find: (value) => tokens.get(value),
    revoke: (value) => tokens.delete(value),
    revokeAll: (isMeant = () => true) => {
      for (const [value, token] of tokens) if (isMeant(token)) tokens.delete(value)
    },
    get size() {
      return tokens.size
    }
  }
}
