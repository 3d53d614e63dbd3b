import type { Client } from "./clients.ts"

/** A bearer token that the simulator issued. */
export interface AccessToken {
  /** The `id` of the token response; no secret, hence the token's name in the journal. */
  readonly id: string
  readonly client: Client
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** The access tokens in circulation, by value. Expired ones are forgotten: they get the same response as unknown ones. */
export interface AccessTokens {
  add(value: string, token: AccessToken, now: number): void
  find(value: string): AccessToken | undefined
  revoke(value: string): boolean
  /** Revokes every token, or those for which `isMeant` holds. */
  revokeAll(isMeant?: (token: AccessToken) => boolean): void
  readonly size: number
}

export const createAccessTokens = (): AccessTokens => {
  // In order of issue, and so of expiry: all tokens live equally long.
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
