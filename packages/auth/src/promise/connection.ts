import type * as Context from "effect/Context"
import * as Redacted from "effect/Redacted"
import type { AuthorizedTransport } from "../authorized-transport/index.ts"
import type { ConnectionOptions, SharedContext } from "../context/index.ts"
import { webLock } from "../coordination/index.ts"
import { makeAuthEvents, type AuthEventType } from "../events/index.ts"
import { platformFetch, portableFetch } from "../network/index.ts"
import { noObservation } from "../observation/index.ts"
import { withDefaults } from "../options/option.ts"
import { defaultAuthPolicy } from "../policy/index.ts"
import { flowRuntimeOf, makeLifetime, runToPromise } from "../runtime/index.ts"
import { storeOption, type RecordStore } from "../store/index.ts"
import { tabThrottle, throttleOption, type ThrottleOption } from "../throttle/index.ts"
import type { TokenSource } from "../token-source/index.ts"
import type { AdobePass, EventListenerOf } from "./adobe-pass.ts"
import { makeRequestGuard, type RequestGuard } from "./request-guard.ts"

/** The connection of an application or a pool of devices. */
export interface Connection extends SharedContext {
  readonly records: RecordStore
  readonly on: AdobePass["on"]
  readonly dispose: () => Promise<void>
  readonly guard: RequestGuard | undefined
}

/**
 * Opens a connection in an Effect context, for example one with a virtual clock.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const openConnection = (options: ConnectionOptions, context: Context.Context<never>): Connection => {
  const { policy, fetch } = options
  const records = storeOption(options)
  const events = makeAuthEvents()
  const lifetime = makeLifetime()
  const runtime = flowRuntimeOf(context, lifetime)
  return {
    ...runtime,
    records,
    lock: records.lock ?? webLock(),
    throttle: throttleOption(throttleOfTabs(options), runtime.clock, events),
    events,
    policy: withDefaults("policy.", defaultAuthPolicy, policy),
    observation: noObservation,
    fetch: portableFetch(withDefaults("", { fetch: platformFetch }, { fetch }).fetch),
    on: <Type extends AuthEventType>(type: Type, listener: EventListenerOf<Type>) =>
      events.subscribe((event) => {
        // Boundary: the comparison proves the cast, which the compiler cannot infer through a type parameter.
        if (event.type === type) listener(event as Parameters<typeof listener>[0])
      }),
    guard: makeRequestGuard(),
    dispose: () => runToPromise(context)(lifetime.end)
  }
}

/**
 * Returns a throttle that all tabs of the origin share, if Web Storage and Web Locks are available. With separate
 * throttles they would exceed the limit together, and a page of another origin cannot read a 429
 * (decisions/throttle-readings.md).
 */
const throttleOfTabs = ({ storage, throttle }: ConnectionOptions): ThrottleOption | undefined => {
  const isPage = "document" in globalThis && globalThis.navigator?.locks !== undefined
  if (!isPage || throttle === false || throttle === null || (throttle !== undefined && "open" in throttle)) {
    return throttle
  }
  if (typeof storage === "function") return tabThrottle(storage, throttle)
  return typeof storage === "object" && storage !== null && "getItem" in storage
    ? tabThrottle(() => storage, throttle)
    : throttle
}

/** Creates the members of a facade for one application instance. */
export const instanceMembers = (
  { get, forget }: TokenSource,
  transport: AuthorizedTransport,
  context: Context.Context<never>,
  guard: RequestGuard | undefined
): AuthorizedTransport & Pick<AdobePass, "accessToken" | "forget"> => {
  const run = runToPromise(context)
  return {
    ...transport,
    ...(guard && {
      fetch: async (input, init) => {
        guard()
        return transport.fetch(input, init)
      }
    }),
    accessToken: async ({ signal } = {}) => {
      guard?.()
      return Redacted.value((await run(get, signal)).value)
    },
    forget: async (options) => {
      guard?.()
      return run(forget(options))
    }
  }
}
