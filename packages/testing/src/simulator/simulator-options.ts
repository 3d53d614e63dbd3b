import type { ApplicationOptions } from "./applications/application.ts"
import type { LoginPage } from "./authentication/login-page-port.ts"
import type { Clock } from "./clock/clock.ts"
import type { MvpdOptions } from "./mvpds/mvpd.ts"
import type { ClientOptions } from "./registration/create-clients.ts"
import type { OperationId } from "./operations/operation.ts"
import type { ServiceProviderOptions } from "./service-providers/service-provider.ts"
import type { SettingsOptions } from "./settings.ts"
import type { SimulatorSetup } from "./simulator-setup.ts"
import type { ThrottleOptions } from "./throttle/throttle.ts"

/** An operation and its answer; the body is a clone, free to be read. */
export interface Answered {
  readonly operation: OperationId
  readonly response: Response
}

/** What a simulated Adobe Pass is like; each part has a useful default. */
export interface SimulatorOptions extends SettingsOptions {
  /** Scheme and authority. Default `https://sp.auth.adobe.com`, the origin of Release-Production. */
  readonly origin?: string
  /** Registered applications. Default: one, with `exampleSoftwareStatement`. */
  readonly applications?: readonly ApplicationOptions[]
  /** Credentials registered before the simulator started. Default: none. */
  readonly clients?: readonly ClientOptions[]
  /** Channels, as ids or in full. Default: `REF30`. */
  readonly serviceProviders?: readonly (string | ServiceProviderOptions)[]
  /** Identity providers. Default: those of the protocol pages, with TempPass, a proxied and a disabled one. */
  readonly mvpds?: readonly MvpdOptions[]
  /** How requests are throttled; `false` not at all. Default: model A, 1 request a second, burst 10. */
  readonly throttle?: ThrottleOptions | false
  /** Where time comes from. Default: the machine's clock. */
  readonly clock?: Clock
  /** Start of the sequence that identifiers, codes and fault draws come from. Default: drawn at random. */
  readonly seed?: number
  /** Calls the journal keeps; fewer if they are large. Default 10000. */
  readonly journalLimit?: number
  /**
   * Sees every answer of an operation before the caller does, and may reject: a check of one's own. Not called for an
   * answer that a fault made.
   */
  readonly onAnswer?: (answered: Answered) => void | PromiseLike<void>
  /** Answers the paths outside the two APIs: the MVPD login page. */
  readonly loginPage?: LoginPage
  /** Called once with the new simulator: steers it before its first call. */
  readonly setup?: SimulatorSetup
}
