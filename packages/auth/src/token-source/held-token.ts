import * as Redacted from "effect/Redacted"
import type { AccessToken } from "../store/index.ts"

/** Rule 10: a constant window would refresh short-lived tokens at each call. */
const longestRefreshWindow = 120_000
const refreshWindowShare = 0.1

/**
 * An access token in memory, on the monotonic clock: changes of the device's wall clock do not change its lifetime (rule 11,
 * expiry). The header value is private, so that printing this prints no secret (rule 21).
 */
export class HeldToken {
  readonly token: AccessToken
  /** Milliseconds of the monotonic clock. */
  readonly usableUntil: number
  /** Milliseconds of the monotonic clock. */
  readonly refreshFrom: number
  /** When it was issued to this or another process: milliseconds of the monotonic clock. */
  readonly receivedAt: number
  readonly #authorization: string

  /** @param remaining milliseconds that the token is still usable */
  constructor(token: AccessToken, monotonicNow: number, remaining: number) {
    const lifetime = token.expiresAt - token.receivedAt
    this.token = token
    this.usableUntil = monotonicNow + remaining
    this.receivedAt = this.usableUntil - lifetime
    this.refreshFrom = this.usableUntil - Math.min(longestRefreshWindow, lifetime * refreshWindowShare)
    this.#authorization = `Bearer ${Redacted.value(token.value)}`
  }

  /** The value of the `Authorization` header. */
  get authorization(): string {
    return this.#authorization
  }

  /** Whether the other token has the same value. */
  isSameAs(other: AccessToken): boolean {
    return Redacted.value(other.value) === Redacted.value(this.token.value)
  }
}

/**
 * The milliseconds that a stored token is still usable. Only the wall clock spans a restart: a time of the future means
 * that it was turned back, and then the token counts as just received. Should it be wrong, a 401 says so.
 */
export const remainingLifetime = ({ receivedAt, expiresAt }: AccessToken, now: number): number =>
  now < receivedAt ? expiresAt - receivedAt : expiresAt - now
