import * as Redacted from "effect/Redacted"
import type { AccessToken } from "../store/index.ts"

/**
 * In milliseconds. Short-lived tokens have a shorter window, or each call would refresh them (rule 10, refresh window).
 */
const longestRefreshWindow = 120_000
const refreshWindowShare = 0.1

const scheme = "Bearer "

/**
 * An access token in memory, on the monotonic clock: changes of the device's wall clock do not change its lifetime
 * (rule 11, expiry). The header value is private, so that printing this prints no secret (rule 21, no secrets).
 *
 * A server keeps one for each device, so the object stores no string twice and computes what it can.
 */
export class HeldToken {
  /** Milliseconds of the monotonic clock. */
  readonly usableUntil: number
  /** The client that the token belongs to. */
  readonly clientId: string
  readonly #authorization: string
  readonly #receivedAt: number
  readonly #lifetime: number
  /** Relative to the receipt, because engines store small numbers without allocating memory. */
  readonly #createdAfter: number | undefined
  readonly #id: string | undefined

  /** @param remaining milliseconds for which the token is still usable */
  constructor(token: AccessToken, monotonicNow: number, remaining: number) {
    this.usableUntil = monotonicNow + remaining
    this.clientId = token.clientId
    this.#authorization = scheme + Redacted.value(token.value)
    this.#receivedAt = token.receivedAt
    this.#lifetime = token.expiresAt - token.receivedAt
    this.#createdAfter = token.createdAt === undefined ? undefined : token.createdAt - token.receivedAt
    this.#id = token.id
  }

  /** The token in its stored form. */
  get token(): AccessToken {
    return {
      value: Redacted.make(this.#authorization.slice(scheme.length)),
      clientId: this.clientId,
      receivedAt: this.#receivedAt,
      expiresAt: this.#receivedAt + this.#lifetime,
      createdAt: this.#createdAfter === undefined ? undefined : this.#receivedAt + this.#createdAfter,
      id: this.#id
    }
  }

  /** When this or another process received the token: milliseconds of the monotonic clock. */
  get receivedAt(): number {
    return this.usableUntil - this.#lifetime
  }

  /** Milliseconds of the monotonic clock. */
  get refreshFrom(): number {
    return this.usableUntil - Math.min(longestRefreshWindow, this.#lifetime * refreshWindowShare)
  }

  /** The value of the `Authorization` header. */
  get authorization(): string {
    return this.#authorization
  }

  /** Whether the other token has the same value. */
  isSameAs(other: HeldToken): boolean {
    return other.#authorization === this.#authorization
  }
}

/**
 * Returns the milliseconds for which a stored token is still usable. Only the wall clock continues over a restart. If
 * `receivedAt` is in the future, the clock was turned back, and the token counts as just received. A 401 corrects a
 * wrong result.
 */
export const remainingLifetime = ({ receivedAt, expiresAt }: AccessToken, now: number): number =>
  now < receivedAt ? expiresAt - receivedAt : expiresAt - now
