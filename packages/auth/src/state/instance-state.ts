import type * as Fiber from "effect/Fiber"
import type { AuthError } from "../errors/index.ts"
import { nothingKnown, type ClientCredentials, type KnownServiceProviders } from "../store/index.ts"
import type { HeldToken } from "./held-token.ts"

/**
 * The state of the auth layer for one application instance. A server keeps one for each device. It creates the token
 * source, the registration and the access to the store only when a request needs more than the token in memory.
 */
export class InstanceState {
  /** The last token, usable or expired. */
  token: HeldToken | undefined = undefined
  /** The shared call that obtains a token, while it runs (rule 8, single flight). */
  flight: Fiber.Fiber<HeldToken, AuthError> | undefined = undefined
  /** The id of the client that this process uses. */
  client: string | undefined = undefined
  /** What is known about service providers with this client. Most devices of a server share one value. */
  serviceProviders: KnownServiceProviders = nothingKnown
  /** State that exists only after failures and refreshes. */
  exceptions: ExceptionalState | undefined = undefined

  /** Returns {@link exceptions}, and creates it if it does not exist. */
  get recordedExceptions(): ExceptionalState {
    return (this.exceptions ??= {})
  }

  /** Returns the token in memory if it is usable at `now`, in milliseconds of the monotonic clock. */
  usableToken(now: number): HeldToken | undefined {
    return this.token !== undefined && now < this.token.usableUntil ? this.token : undefined
  }

  /** Returns whether a background refresh of the token is due (rule 10, refresh window). */
  isRefreshDue({ refreshFrom }: HeldToken, now: number): boolean {
    return now >= refreshFrom && now >= (this.exceptions?.nextRefresh ?? refreshFrom)
  }

  /**
   * Returns the error of a client that the server is known to refuse, so that no token is requested for it (rule 5,
   * cool-down).
   */
  refusalOf(clientId: string, now: number): AuthError | undefined {
    const refusal = this.exceptions?.refusedClient
    return refusal?.clientId === clientId && now < refusal.until ? refusal.error : undefined
  }
}

/** State that most instances never have. All times are milliseconds of the monotonic clock. */
export interface ExceptionalState {
  /** When the next background refresh may begin (rule 10, refresh window). */
  nextRefresh?: number | undefined
  /**
   * After the server issued the refused token again: the time before which no other token is requested (rule 13, one
   * replay).
   */
  sameTokenUntil?: number
  /** A client that the server refuses and that must not be replaced yet (rule 5, cool-down). */
  refusedClient?: { readonly clientId: string; readonly until: number; readonly error: AuthError } | undefined
  /** Registered credentials that could not be stored. The next call stores them instead of registering again. */
  unstoredCredentials?: ClientCredentials | undefined
  /**
   * When the credentials were last replaced; protects the cool-down from a wall clock that jumps ahead (rule 5,
   * cool-down).
   */
  replacedAt?: number
}
