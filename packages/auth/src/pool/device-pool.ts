import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import {
  makeApplicationInstance,
  type Application,
  type ApplicationInstanceOptions,
  type ApplicationKey,
  type RegisteredApplication
} from "../application/index.ts"
import { deviceKeyOf, makeAuthContext, type AuthContext, type SharedContext } from "../context/index.ts"
import { makeAuthorizedTransport, type AuthorizedTransport } from "../authorized-transport/index.ts"
import type { AuthError } from "../errors/index.ts"
import type { AuthEvent, AuthEvents } from "../events/index.ts"
import { withDefaults, type Given } from "../options/option.ts"
import { makeRegistration } from "../registration/index.ts"
import { monotonicMillis } from "../runtime/index.ts"
import type { RecordStore } from "../store/index.ts"
import { makeTokenSource, type TokenSource } from "../token-source/index.ts"

/** One device of a server. Its address is mandatory: the throttle of Adobe Pass knows devices by it (rule 18). */
export interface PooledDeviceOptions extends ApplicationInstanceOptions {
  /** The device's public IP address. */
  readonly forwardedFor: string
  /** Keeps the device's credentials apart. Default: the device's identifier. */
  readonly instanceId?: string | undefined
}

/** What a device of the pool can do. It is small: keep it for a request or longer; the pool holds its state. */
export interface PooledDevice {
  readonly application: Application
  readonly tokens: TokenSource
  readonly transport: AuthorizedTransport
}

/** How much the pool remembers. */
export interface DevicePoolLimits {
  /** Devices whose tokens are kept in memory; the least recently used one makes room. Default 10,000. */
  readonly maximumDevices: number
  /** Milliseconds after which an unused device is dropped from memory. Default one minute. */
  readonly idleTime: number
}

/** What the pool remembers by default. */
export const defaultDevicePoolLimits: DevicePoolLimits = { maximumDevices: 10_000, idleTime: 60_000 }

/**
 * Fills in the defaults of the pool; ignores other options.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const resolveDevicePoolLimits = ({ maximumDevices, idleTime }: Given<DevicePoolLimits>): DevicePoolLimits =>
  withDefaults("", defaultDevicePoolLimits, { maximumDevices, idleTime }, ["maximumDevices", "idleTime"])

/** Many devices of one application on one server, each with its own credentials, token, address and throttle bucket. */
export interface DevicePool {
  /** The device; nothing is read or sent before its first use. Fails with `InvalidConfiguration`. */
  readonly device: (options: PooledDeviceOptions) => Result.Result<PooledDevice, AuthError>
  /** Devices in memory. */
  readonly size: () => number
}

/** An event, and the device it happened to. */
export type PooledEvent = AuthEvent & {
  /** The device's instance id. */
  readonly instanceId: string
}

/** What {@link makeDevicePool} works with. */
export interface DevicePoolContext extends SharedContext {
  readonly application: RegisteredApplication
  readonly records: RecordStore
  /** Receives a {@link PooledEvent} for each event. */
  readonly events: AuthEvents
  readonly limits: DevicePoolLimits
}

interface Entry {
  readonly tokens: TokenSource
  readonly application: Application
  lastUsed: number
}

/** Builds a pool of {@link Devices}. What runs in it ends with the lifetime. */
export const makeDevicePool = (pool: DevicePoolContext): DevicePool => {
  const { limits, throttle, clock, context, lifetime } = pool
  // Ordered by last use, the longest unused one first.
  const entries = new Map<ApplicationKey, Entry>()
  let isSweeping = false

  const contextOf = (application: Application): AuthContext => {
    const events = eventsOf(pool.events, application.instanceId)
    return makeAuthContext({ ...pool, events }, application, pool.records)
  }

  const open = (application: Application): Entry => {
    const instance = contextOf(application)
    // Its flights live as long as the pool: their callers are served even if the entry is dropped.
    const tokens = makeTokenSource(instance, makeRegistration(instance))
    if (entries.size >= limits.maximumDevices) {
      for (const longestUnused of entries.keys()) {
        entries.delete(longestUnused)
        break
      }
    }
    return { tokens, application, lastUsed: 0 }
  }

  const touch = (key: ApplicationKey, entry: Entry): Entry => {
    entries.delete(key)
    entries.set(key, entry)
    entry.lastUsed = monotonicMillis(clock)
    return entry
  }

  const use = (application: Application): TokenSource => {
    const known = entries.get(application.key)
    // A device that moved to another network must not be registered from its old address.
    const isCurrent = known !== undefined && isSameDevice(known.application, application)
    const { tokens } = touch(application.key, isCurrent ? known : open(application))
    sweep()
    return tokens
  }

  // Runs as long as there is something to forget.
  const sweep = (): void => {
    if (isSweeping) return
    isSweeping = true
    const sweeping = Effect.gen(function* () {
      while (entries.size > 0) {
        yield* Effect.sleep(limits.idleTime)
        const now = monotonicMillis(clock)
        for (const [key, { lastUsed }] of entries) {
          if (now - lastUsed < limits.idleTime) break
          entries.delete(key)
        }
        throttle.forgetIdle()
      }
      isSweeping = false
    })
    Effect.runForkWith(context)(lifetime.fork(sweeping))
  }

  const tokensOf = (application: Application): TokenSource => ({
    get: Effect.suspend(() => use(application).get),
    getHeld: Effect.suspend(() => use(application).getHeld),
    refresh: (refused) => Effect.suspend(() => use(application).refresh(refused)),
    reregister: (refused, rejection) => Effect.suspend(() => use(application).reregister(refused, rejection)),
    giveUp: (refused, serviceProvider) => Effect.suspend(() => use(application).giveUp(refused, serviceProvider)),
    accept: (accepted, serviceProvider) => entries.get(application.key)?.tokens.accept(accepted, serviceProvider),
    guard: (refused) => entries.get(application.key)?.tokens.guard(refused),
    forget: (options) => Effect.suspend(() => use(application).forget(options)),
    cached: (now) => {
      const entry = entries.get(application.key)
      return entry && touch(application.key, entry).tokens.cached(now)
    }
  })

  const connect = (application: Application): PooledDevice => {
    const tokens = tokensOf(application)
    const transport = makeAuthorizedTransport(contextOf(application), tokens)
    return { application, tokens, transport }
  }

  return {
    device: (options) => Result.map(makeApplicationInstance(pool.application, withDefaultInstance(options)), connect),
    size: () => entries.size
  }
}

/** Untyped callers pass anything; what is no object is left to the validation of the options. */
const withDefaultInstance = (options: PooledDeviceOptions): PooledDeviceOptions => {
  if (typeof options !== "object" || options === null) return options
  // An empty identifier is the error to report, not an empty instance id.
  const { instanceId = options.device?.identifier || undefined, forwardedFor = "" } = options
  return { ...options, instanceId, forwardedFor }
}

const eventsOf = ({ publish, subscribe }: AuthEvents, instanceId: string): AuthEvents => ({
  subscribe,
  publish: (event) => {
    const pooled: PooledEvent = { ...event, instanceId }
    publish(pooled)
  }
})

const isSameDevice = (one: Application, other: Application): boolean =>
  deviceKeyOf(one) === deviceKeyOf(other) && one.deviceHeaders["X-Device-Info"] === other.deviceHeaders["X-Device-Info"]

/** The service of {@link DevicePool}. */
export const DevicePool: Context.Service<DevicePool, DevicePool> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/DevicePool")
