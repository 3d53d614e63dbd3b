import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import {
  makeApplicationInstance,
  type Application,
  type ApplicationInstanceOptions,
  type RegisteredApplication
} from "../application/index.ts"
import { makeAuthContext, makeSendingContext, type SharedContext } from "../context/index.ts"
import { makeAuthorizedTransport, type AuthorizedTransport } from "../authorized-transport/index.ts"
import type { AuthError } from "../errors/index.ts"
import type { AuthEvent, AuthEvents } from "../events/index.ts"
import { withDefaults, type Given } from "../options/option.ts"
import { isAccepted, makeRegistration } from "../registration/index.ts"
import { monotonicMillis, sleep } from "../runtime/index.ts"
import { InstanceState } from "../state/index.ts"
import type { RecordStore } from "../store/index.ts"
import { makeTokenSource, type TokenSource } from "../token-source/index.ts"

/**
 * One device of a server. Its address is required, because Adobe Pass throttles by address (rule 18, address of the
 * device).
 */
export interface PooledDeviceOptions extends ApplicationInstanceOptions {
  /** The device's public IP address. */
  readonly forwardedFor: string
  /** Separates the device's credentials from those of other devices. Default: the device's identifier. */
  readonly instanceId?: string | undefined
}

/** A device of the pool. It is small, and the pool holds its state: create it for each request, or keep it. */
export interface PooledDevice {
  readonly application: Application
  readonly tokens: TokenSource
  readonly transport: AuthorizedTransport
}

/** Limits of the devices in memory. */
export interface DevicePoolLimits {
  /** The most devices in memory. A further device replaces the least recently used one. Default 100,000. */
  readonly maximumDevices: number
  /** Milliseconds after which an unused device is dropped from memory. Default 600,000, ten minutes. */
  readonly idleTime: number
}

/** The default {@link DevicePoolLimits}. */
export const defaultDevicePoolLimits: DevicePoolLimits = { maximumDevices: 100_000, idleTime: 600_000 }

/**
 * Merges the options with the default limits of the pool. Ignores other options.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const resolveDevicePoolLimits = ({ maximumDevices, idleTime }: Given<DevicePoolLimits>): DevicePoolLimits =>
  withDefaults("", defaultDevicePoolLimits, { maximumDevices, idleTime }, ["maximumDevices", "idleTime"])

/** Many devices of one application on one server, each with its own credentials, token, address and throttle bucket. */
export interface DevicePool {
  /** Returns a device. Reads and sends nothing before its first use. Fails with `InvalidConfiguration`. */
  readonly device: (options: PooledDeviceOptions) => Result.Result<PooledDevice, AuthError>
  /** Returns the number of devices in memory. */
  readonly size: () => number
}

/** An event with the instance id of its device. */
export type PooledEvent = AuthEvent & {
  /** The device's instance id. */
  readonly instanceId: string
}

/** The context of {@link makeDevicePool}. */
export interface DevicePoolContext extends SharedContext {
  readonly application: RegisteredApplication
  readonly records: RecordStore
  /** Receives a {@link PooledEvent} for each event. */
  readonly events: AuthEvents
  readonly limits: DevicePoolLimits
}

/** The state of a device in the pool. */
class PooledState extends InstanceState {
  /** Milliseconds of the monotonic clock. */
  lastUsed = 0
}

/** Creates a {@link DevicePool}. Its fibers end with the lifetime. */
export const makeDevicePool = (pool: DevicePoolContext): DevicePool => {
  const { limits, throttle, clock, context, lifetime } = pool
  // By instance id, in order of last use, the least recently used first.
  const states = new Map<string, PooledState>()
  let isSweeping = false

  const open = (): PooledState => {
    if (states.size >= limits.maximumDevices) {
      for (const longestUnused of states.keys()) {
        states.delete(longestUnused)
        break
      }
    }
    return new PooledState()
  }

  const touch = (instanceId: string, state: PooledState): PooledState => {
    states.delete(instanceId)
    states.set(instanceId, state)
    state.lastUsed = monotonicMillis(clock)
    return state
  }

  // Runs while there are devices in memory.
  const sweep = (): void => {
    if (isSweeping) return
    isSweeping = true
    const sweeping = Effect.gen(function* () {
      while (states.size > 0) {
        yield* sleep(limits.idleTime)
        const now = monotonicMillis(clock)
        for (const [instanceId, { lastUsed }] of states) {
          if (now - lastUsed < limits.idleTime) break
          states.delete(instanceId)
        }
        throttle.forgetIdle()
      }
      isSweeping = false
    })
    Effect.runForkWith(context)(lifetime.fork(sweeping))
  }

  // Created when a request needs more than the token in memory, for the current data of the device: one that moved to
  // another network must not be registered from its old address. Its flights live as long as the pool, even if the
  // state is dropped.
  const sourceOn = (state: PooledState, application: Application): TokenSource => {
    const events = eventsOf(pool.events, application.instanceId)
    const instance = makeAuthContext({ ...pool, events }, application, pool.records, state)
    return makeTokenSource(instance, makeRegistration(instance))
  }

  const source = (application: Application): TokenSource => {
    const { instanceId } = application
    const state = touch(instanceId, states.get(instanceId) ?? open())
    sweep()
    return sourceOn(state, application)
  }

  const tokensOf = (application: Application): TokenSource => {
    const { instanceId } = application
    return {
      get: Effect.suspend(() => source(application).get),
      getHeld: Effect.suspend(() => source(application).getHeld),
      refresh: (refused) => Effect.suspend(() => source(application).refresh(refused)),
      reregister: (refused, rejection) => Effect.suspend(() => source(application).reregister(refused, rejection)),
      giveUp: (refused, serviceProvider) => Effect.suspend(() => source(application).giveUp(refused, serviceProvider)),
      forget: (options) => Effect.suspend(() => source(application).forget(options)),
      accept: (accepted, serviceProvider) => {
        const state = states.get(instanceId)
        if (state === undefined || isAccepted(state, accepted.clientId, serviceProvider)) return
        sourceOn(state, application).accept(accepted, serviceProvider)
      },
      guard: ({ clientId }) => states.get(instanceId)?.refusalOf(clientId, monotonicMillis(clock)),
      cached: (now) => {
        const state = states.get(instanceId)
        if (state === undefined || lifetime.hasEnded()) return undefined
        touch(instanceId, state)
        const token = state.usableToken(now)
        const isDue = token !== undefined && state.isRefreshDue(token, now)
        return isDue ? sourceOn(state, application).cached(now) : token
      }
    }
  }

  const connect = (application: Application): PooledDevice => {
    const tokens = tokensOf(application)
    const events = eventsOf(pool.events, application.instanceId)
    const transport = makeAuthorizedTransport(makeSendingContext({ ...pool, events }, application), tokens)
    return { application, tokens, transport }
  }

  return {
    device: (options) => Result.map(makeApplicationInstance(pool.application, withDefaultInstance(options)), connect),
    size: () => states.size
  }
}

/** Callers without types may pass anything. The validation of the options handles values that are not objects. */
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

/** The service of {@link DevicePool}. */
export const DevicePool: Context.Service<DevicePool, DevicePool> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/DevicePool")
