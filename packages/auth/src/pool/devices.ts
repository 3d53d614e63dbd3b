import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readInstance, type ApplicationInstanceOptions } from "../application/application-configuration.ts"
import { checkObject } from "../application/invalid-configuration.ts"
import { validOption } from "../application/valid-option.ts"
import type { ApplicationConfiguration, ApplicationKey, RegisteredApplication } from "../application/index.ts"
import { withDefaults, type Given } from "../application/with-defaults.ts"
import { deviceKeyOf, type Ingredients } from "../assembly/assemble.ts"
import { makeAuthorizedFetch, type AuthorizedTransport } from "../authorized-fetch/index.ts"
import type { AuthError } from "../errors/index.ts"
import type { AuthEvent, EventSource } from "../events/index.ts"
import { makeRegistration } from "../registration/index.ts"
import { makeCredentialStore, type RecordStore } from "../store/index.ts"
import { monotonicMillis } from "../runtime/index.ts"
import { makeTokenSource, type AccessTokenSource } from "../token-source/index.ts"

/** One device of a server. Its address is mandatory: the throttle of Adobe Pass knows devices by it (rule 18). */
export interface PooledDeviceOptions extends ApplicationInstanceOptions {
  /** The device's public IP address. */
  readonly forwardedFor: string
  /** Keeps the device's credentials apart. Default: the device's identifier. */
  readonly instanceId?: string | undefined
}

/** What a device of the pool can do. Light: keep it for a request or for ever, the pool holds its state. */
export interface PooledDevice {
  readonly application: ApplicationConfiguration
  readonly tokens: AccessTokenSource
  readonly transport: AuthorizedTransport
}

/** How much the pool remembers. */
export interface DevicePoolLimits {
  /** Devices whose tokens are kept in memory; the least recently used one makes room. Default 10,000. */
  readonly maximumDevices: number
  /** Milliseconds after which an unused device is dropped from memory. Default one minute. */
  readonly idleTime: number
}

/** What the pool remembers unless told otherwise. */
export const defaultDevicePoolLimits: DevicePoolLimits = { maximumDevices: 10_000, idleTime: 60_000 }

/**
 * Fills in what the pool remembers unless told otherwise; leaves other options aside.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const resolveDevicePoolLimits = ({ maximumDevices, idleTime }: Given<DevicePoolLimits>): DevicePoolLimits =>
  withDefaults("", defaultDevicePoolLimits, { maximumDevices, idleTime }, ["maximumDevices", "idleTime"])

/** Many devices of one application on one server, each with its own credentials, token, address and throttle bucket. */
export interface Devices {
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

/** What {@link makeDevicePool} needs. */
export interface DevicePoolParts extends Omit<Ingredients, "application" | "store"> {
  readonly application: RegisteredApplication
  readonly records: RecordStore["Service"]
  /** Receives a {@link PooledEvent} for each event. */
  readonly events: EventSource
  readonly limits: DevicePoolLimits
}

interface Entry {
  readonly tokens: AccessTokenSource
  readonly application: ApplicationConfiguration
  lastUsed: number
}

/** Builds a pool of {@link Devices}. What runs in it ends with the lifetime. */
export const makeDevicePool = (parts: DevicePoolParts): Devices => {
  const { limits, throttle, clock, context, lifetime } = parts
  // Ordered by last use, the longest unused one first.
  const entries = new Map<ApplicationKey, Entry>()
  let isSweeping = false

  const open = (application: ApplicationConfiguration): Entry => {
    const { instanceId } = application
    const ingredients = {
      ...parts,
      application,
      deviceKey: deviceKeyOf(application),
      store: makeCredentialStore(parts.records, application.key),
      events: eventsOf(parts.events, instanceId)
    }
    // Its flights live as long as the pool: whoever waits for one is served, even if the entry is dropped.
    const tokens = makeTokenSource({ ...ingredients, registration: makeRegistration(ingredients) })
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

  const use = (application: ApplicationConfiguration): AccessTokenSource => {
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

  const tokensOf = (application: ApplicationConfiguration): AccessTokenSource => ({
    get: Effect.suspend(() => use(application).get),
    hold: Effect.suspend(() => use(application).hold),
    renew: (refused) => Effect.suspend(() => use(application).renew(refused)),
    reregister: (refused, rejection) => Effect.suspend(() => use(application).reregister(refused, rejection)),
    giveUp: (refused, serviceProvider) => Effect.suspend(() => use(application).giveUp(refused, serviceProvider)),
    accept: (accepted, serviceProvider) => entries.get(application.key)?.tokens.accept(accepted, serviceProvider),
    guard: (refused) => entries.get(application.key)?.tokens.guard(refused),
    forget: (options) => Effect.suspend(() => use(application).forget(options)),
    peek: (now) => {
      const entry = entries.get(application.key)
      return entry && touch(application.key, entry).tokens.peek(now)
    }
  })

  const connect = (application: ApplicationConfiguration): PooledDevice => {
    const tokens = tokensOf(application)
    const transport = makeAuthorizedFetch({
      ...parts,
      application,
      tokens,
      deviceKey: deviceKeyOf(application),
      events: eventsOf(parts.events, application.instanceId)
    })
    return { application, tokens, transport }
  }

  return {
    device: (options) =>
      Result.map(
        validOption(() => readPooledDevice(parts.application, options)),
        connect
      ),
    size: () => entries.size
  }
}

const readPooledDevice = (application: RegisteredApplication, options: PooledDeviceOptions) => {
  checkObject("options", options)
  // An empty identifier is the error to report, not an empty instance id.
  const { instanceId = options.device?.identifier || undefined, forwardedFor = "" } = options
  return readInstance(application, { ...options, instanceId, forwardedFor })
}

const eventsOf = ({ publish, subscribe }: EventSource, instanceId: string): EventSource => ({
  subscribe,
  publish: (event) => {
    const pooled: PooledEvent = { ...event, instanceId }
    publish(pooled)
  }
})

const isSameDevice = (one: ApplicationConfiguration, other: ApplicationConfiguration): boolean =>
  deviceKeyOf(one) === deviceKeyOf(other) && one.deviceHeaders["X-Device-Info"] === other.deviceHeaders["X-Device-Info"]
