import type * as Fiber from "effect/Fiber"
import type { AuthError } from "../errors/index.ts"
import type { ClientCredentials, ServiceProviderRecord } from "../store/index.ts"
import type { HeldToken } from "./held-token.ts"

/**
 * Everything that the auth layer remembers of one application instance. A server keeps one for each device, and builds the
 * token source, the registration and the access to the store on top of it when a request needs more than the token at hand.
 */
export class InstanceState {
  /** The last token, usable or expired. */
  token: HeldToken | undefined = undefined
  /** The shared call that obtains a token, while it runs (rule 8, single flight). */
  flight: Fiber.Fiber<HeldToken, AuthError> | undefined = undefined
  /** The client that this process works with. */
  client: string | undefined = undefined
  /** What is known about service providers. Most devices of a server share one value. */
  serviceProviders: KnownServiceProviders = nothingKnown
  /** The client that {@link serviceProviders} has accepted ones of. */
  acceptedClient: string | undefined = undefined
  /** The client whose first success is still to be stored. */
  untriedClient: string | undefined = undefined
  /** What only failures and refreshes need to remember. */
  exceptions: ExceptionalState | undefined = undefined

  /** {@link exceptions}, to be written to. */
  get recordedExceptions(): ExceptionalState {
    return (this.exceptions ??= {})
  }

  /** The token at hand, if it is usable at a moment of the monotonic clock. */
  usableToken(now: number): HeldToken | undefined {
    return this.token !== undefined && now < this.token.usableUntil ? this.token : undefined
  }

  /** Whether a background refresh of the token is due (rule 10, refresh window). */
  isRefreshDue({ refreshFrom }: HeldToken, now: number): boolean {
    return now >= refreshFrom && now >= (this.exceptions?.nextRefresh ?? refreshFrom)
  }

  /** Why a token of this client is not worth asking for, if it is known (rule 5, cool-down). */
  refusalOf(clientId: string, now: number): AuthError | undefined {
    const refusal = this.exceptions?.refusedClient
    return refusal?.clientId === clientId && now < refusal.until ? refusal.error : undefined
  }
}

/** A {@link ServiceProviderRecord} of any client. */
export type KnownServiceProviders = Pick<ServiceProviderRecord, "accepted" | "refused">

/** What is known of a new instance. */
export const nothingKnown: KnownServiceProviders = { accepted: [], refused: [] }

/** What most instances never need to remember. All times are milliseconds of the monotonic clock. */
export interface ExceptionalState {
  /** When the next background refresh may begin (rule 10, refresh window). */
  nextRefresh?: number | undefined
  /** Until when the server, which issued the refused token again, is not asked for another one (rule 13, one replay). */
  sameTokenUntil?: number
  /** A client that the server refuses and that must not be replaced yet (rule 5, cool-down). */
  refusedClient?: { readonly clientId: string; readonly until: number; readonly error: AuthError } | undefined
  /** Registered credentials that could not be stored. The next call stores them instead of registering again. */
  unstoredCredentials?: ClientCredentials | undefined
  /** When the credentials were last replaced, for a wall clock that jumps ahead (rule 5, cool-down). */
  replacedAt?: number
}
