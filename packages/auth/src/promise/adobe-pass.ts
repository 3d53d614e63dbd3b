import type { AuthorizedTransport } from "../authorized-transport/index.ts"
import type { AuthEvent, AuthEventType } from "../events/index.ts"

/** The listener of one kind of event. */
export type EventListenerOf<Type extends AuthEventType> = (event: Extract<AuthEvent, { readonly type: Type }>) => void

/**
 * An authorized connection to Adobe Pass, ready for the generated clients: `createRestV2Client(pass)`.
 *
 * Rejects with an `AuthError` if a request cannot be sent, with the error of `fetch`, a `TypeError`, if no response arrives,
 * and with the reason of an aborted signal, by default an `AbortError`.
 */
export interface AdobePass extends AuthorizedTransport {
  /**
   * Resolves to the access token, for requests that are sent without `fetch` of this object. Registers and requests a
   * token if necessary; concurrent callers share one registration and one token call. Aborting the signal cancels only
   * this caller.
   */
  readonly accessToken: (options?: { readonly signal?: AbortSignal }) => Promise<string>
  /** Listens to one kind of event. Returns a function that removes the listener. */
  readonly on: <Type extends AuthEventType>(type: Type, listener: EventListenerOf<Type>) => () => void
  /**
   * Drops the access token, so that the next call requests a new one. `credentials: true` also drops the client
   * credentials: the next call registers again, and every viewer of this device has to sign in again.
   */
  readonly forget: (options?: { readonly credentials?: boolean }) => Promise<void>
  /**
   * Stops background work. Calls that wait for a token, now or later, reject with an `AbortError`; requests already
   * sent continue.
   */
  readonly dispose: () => Promise<void>
  /** Calls `dispose`, for `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
