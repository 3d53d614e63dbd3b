import type { Network } from "../contestant.ts"

/** The part that applications write themselves around an HTTP client: one token call for all callers. */
export interface TokenCache {
  readonly get: () => Promise<string>
  /** Drops a token that the server refused, unless another call has replaced it already. */
  readonly drop: (token: string) => void
}

/** Seconds before the expiry at which a token is replaced; at most half of its lifetime. */
const leeway = 30

export const createTokenCache = ({ origin, fetch }: Network): TokenCache => {
  let current: { readonly token: Promise<string>; value?: string; expiresAt: number } | undefined
  const retrieve = async (): Promise<string> => {
    const body = new URLSearchParams({ client_id: "client", client_secret: "secret", grant_type: "client_credentials" })
    const response = await fetch(`${origin}/o/client/token`, { method: "POST", body })
    if (!response.ok) throw Object.assign(new Error("The token call failed"), { status: response.status })
    const { access_token, expires_in } = await response.json()
    if (current !== undefined) {
      current.value = access_token
      current.expiresAt = Date.now() + (expires_in - Math.min(leeway, expires_in / 2)) * 1000
    }
    return access_token
  }
  const start = (): Promise<string> => {
    const token = retrieve()
    current = { token, expiresAt: Number.POSITIVE_INFINITY }
    // A failure is not kept.
    token.catch(() => (current = undefined))
    return token
  }
  return {
    get: () => (current === undefined || current.expiresAt <= Date.now() ? start() : current.token),
    drop: (token) => {
      if (current?.value === token) current = undefined
    }
  }
}

export const bearerOf = (authorization: string | null | undefined): string =>
  authorization?.slice("Bearer ".length) ?? ""
