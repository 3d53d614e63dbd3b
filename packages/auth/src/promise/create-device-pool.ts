import * as Context from "effect/Context"
import * as Result from "effect/Result"
import { makeRegisteredApplication, type RegisteredApplicationOptions } from "../application/index.ts"
import type { AuthorizedTransport } from "../authorized-transport/index.ts"
import type { ConnectionOptions } from "../context/index.ts"
import type { AuthEventType } from "../events/index.ts"
import {
  makeDevicePool,
  resolveDevicePoolLimits,
  type DevicePoolLimits,
  type PooledDeviceOptions,
  type PooledEvent
} from "../pool/index.ts"
import type { AdobePass } from "./adobe-pass.ts"
import { instanceMembers, openConnection } from "./connection.ts"

/** Options of {@link createDevicePool}: environment, registered application, connection and limits. */
export type DevicePoolOptions = RegisteredApplicationOptions & ConnectionOptions & Partial<DevicePoolLimits>

/** One device of the pool, ready for the generated clients: `createRestV2Client(pool.device({ ... }))`. */
export type PooledDeviceClient = AuthorizedTransport & Pick<AdobePass, "accessToken" | "forget">

/** Authorized connections for the devices of a server. */
export interface DevicePoolClient {
  /**
   * Returns a device. Create it for each request or keep it; nothing is read or sent before its first use.
   *
   * @throws AuthError with reason `InvalidConfiguration`
   */
  readonly device: (options: PooledDeviceOptions) => PooledDeviceClient
  /**
   * Listens to one kind of event of all devices; each event has the device's `instanceId`. Returns a function that
   * removes the listener.
   */
  readonly on: <Type extends AuthEventType>(
    type: Type,
    listener: (event: Extract<PooledEvent, { readonly type: Type }>) => void
  ) => () => void
  /** Returns the number of devices in memory. */
  readonly size: () => number
  /**
   * Stops background work and the timer that drops idle devices. Calls that wait for a token reject with an
   * `AbortError`.
   */
  readonly dispose: () => Promise<void>
  /** Calls `dispose`, for `await using`. */
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
 * ```ts
 * const pool = createDevicePool({ environment: "release-production", softwareStatement, storage })
 * const device = pool.device({ device: { identifier, info }, forwardedFor: "203.45.101.20" })
 * const response = await device.fetch("/api/v2/REF30/configuration")
 * ```
 */
export const createDevicePool = (options: DevicePoolOptions): DevicePoolClient =>
  connectDevicePool(options, Context.empty())

/** Does the same as {@link createDevicePool} in an Effect context, for example one with a virtual clock. */
export const connectDevicePool = (options: DevicePoolOptions, context: Context.Context<never>): DevicePoolClient => {
  const application = Result.getOrThrow(makeRegisteredApplication(options))
  const connection = openConnection(options, context)
  const { on, dispose, guard } = connection
  const pool = makeDevicePool({ ...connection, application, limits: resolveDevicePoolLimits(options) })
  return {
    device: (description) => {
      const { tokens, transport } = Result.getOrThrow(pool.device(description))
      return instanceMembers(tokens, transport, context, guard)
    },
    // The pool publishes nothing but pooled events.
    on: on as DevicePoolClient["on"],
    size: pool.size,
    dispose,
    [Symbol.asyncDispose]: dispose
  }
}
