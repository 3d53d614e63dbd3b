import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { makeRegisteredApplication, type RegisteredApplicationOptions } from "../application/index.ts"
import type { AuthorizedTransport } from "../authorized-fetch/index.ts"
import { webLock } from "../coordination/index.ts"
import { makeEventSource, type AuthEventType } from "../events/index.ts"
import { platformFetch } from "../network/fetch-function.ts"
import { noObservation } from "../observation/observation.ts"
import { defaultAuthPolicy } from "../policy/index.ts"
import {
  defaultDevicePoolLimits,
  makeDevicePool,
  type DevicePoolLimits,
  type PooledDeviceOptions,
  type PooledEvent
} from "../pool/index.ts"
import { runToPromise } from "../promise-bridge/run-to-promise.ts"
import { memoryStore, toRecordStore } from "../store/index.ts"
import { makeThrottle, resolveThrottleLimits } from "../throttle/index.ts"
import type { AdobePass } from "./adobe-pass.ts"
import type { ConnectionOptions } from "./connection-options.ts"

/** How to reach Adobe Pass, as which application, and how many devices to remember. */
export type DevicePoolOptions = RegisteredApplicationOptions & ConnectionOptions & Partial<DevicePoolLimits>

/** One device of the pool, ready for the generated clients: `createRestV2Client(pool.device({ ... }))`. */
export type PoolDevice = AuthorizedTransport & Pick<AdobePass, "accessToken" | "forget">

/** An authorized connection for each device that a server works for. */
export interface DevicePool {
  /**
   * A device. Make it anew for each request or keep it; nothing is read or sent before its first use.
   *
   * @throws AuthError with reason `InvalidConfiguration`
   */
  readonly device: (options: PooledDeviceOptions) => PoolDevice
  /** Listens to one kind of event of all devices; the event names the device's `instanceId`. */
  readonly on: <Type extends AuthEventType>(
    type: Type,
    listener: (event: Extract<PooledEvent, { readonly type: Type }>) => void
  ) => () => void
  /** Devices in memory. */
  readonly size: () => number
  /** Ends what runs in the background, and the timer that forgets idle devices. */
  readonly dispose: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Connects a server to Adobe Pass on behalf of its devices: each has its own client credentials, token, throttle bucket
 * and `X-Forwarded-For`, from one registered application.
 *
 * Source: docs/protocol/dcr.md section 8, docs/protocol/throttling.md section 2.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 * @example
 * const pool = createDevicePool({ environment: "release-production", softwareStatement, storage })
 * const device = pool.device({ device: { identifier, info }, forwardedFor: "203.45.101.20" })
 * const response = await device.fetch("/api/v2/REF30/configuration")
 */
export const createDevicePool = (options: DevicePoolOptions): DevicePool => connectDevicePool(options, Context.empty())

/** {@link createDevicePool} in a context of its own, such as one with a virtual clock. */
export const connectDevicePool = (options: DevicePoolOptions, context: Context.Context<never>): DevicePool => {
  const application = Result.getOrThrow(makeRegisteredApplication(options))
  const records = toRecordStore(options.storage ?? memoryStore())
  const events = makeEventSource()
  const scope = Scope.makeUnsafe()
  const pool = Effect.runSyncWith(context)(
    Effect.gen(function* () {
      return yield* makeDevicePool({
        application,
        records,
        lock: records.lock ?? webLock(),
        throttle: yield* makeThrottle(resolveThrottleLimits(options.throttle)),
        events,
        policy: { ...defaultAuthPolicy, ...options.policy },
        observation: noObservation,
        fetch: options.fetch ?? platformFetch,
        limits: {
          maximumDevices: options.maximumDevices ?? defaultDevicePoolLimits.maximumDevices,
          idleTime: options.idleTime ?? defaultDevicePoolLimits.idleTime
        }
      })
    }).pipe(Scope.provide(scope))
  )
  const run = runToPromise(context)
  const dispose = () => run(Scope.close(scope, Exit.void))
  return {
    device: (description) => {
      const { tokens, transport } = Result.getOrThrow(pool.device(description))
      return {
        ...transport,
        accessToken: ({ signal } = {}) =>
          run(
            Effect.map(tokens.get, ({ value }) => Redacted.value(value)),
            signal
          ),
        forget: (what) => run(tokens.forget(what))
      }
    },
    on: (type, listener) =>
      events.subscribe((event) => {
        // The pool publishes nothing but pooled events; the type follows from the comparison.
        if (event.type === type) listener(event as Parameters<typeof listener>[0])
      }),
    size: pool.size,
    dispose,
    [Symbol.asyncDispose]: dispose
  }
}
