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
   * The access token, for requests that are sent by other means. Registers and retrieves if need be; any number of
   * callers share one registration and one token call. Aborting the signal detaches this caller only.
   */
  readonly accessToken: (options?: { readonly signal?: AbortSignal }) => Promise<string>
  /** Listens to one kind of event. Returns how to stop. */
  readonly on: <Type extends AuthEventType>(type: Type, listener: EventListenerOf<Type>) => () => void
  /**
   * Drops the access token; the next call retrieves a new one. With `credentials: true` also the client credentials:
   * the next call registers again, and every viewer of this device has to authenticate again.
   */
  readonly forget: (options?: { readonly credentials?: boolean }) => Promise<void>
  /**
   * Ends what runs in the background. What waits for a token, now or later, rejects with an `AbortError`; requests on
   * their way go on.
   */
  readonly dispose: () => Promise<void>
  /** `dispose`, for `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
