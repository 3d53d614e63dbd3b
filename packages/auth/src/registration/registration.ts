import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthContext } from "../context/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import { awaitFiber, endFibers, joinFiber, monotonicMillis } from "../runtime/index.ts"
import type { ClientCredentials, Loaded, RegistrationGuard } from "../store/index.ts"
import { registerClient } from "./register-client.ts"
import { makeServiceProviders, type ServiceProviders, type ServiceProvidersOfClient } from "./service-providers.ts"

/**
 * The client credentials of an application: read from the store, registered if there are none, and replaced if the
 * server refuses them. Call its members only inside the application's lock, so that no other process registers
 * meanwhile.
 */
export interface Registration {
  /**
   * Returns the stored credentials. Registers if there are none. New credentials are stored before they are used (rule
   * 2, stored before used).
   */
  readonly credentials: Effect.Effect<ClientCredentials, AuthError>
  /**
   * Returns credentials to use instead of refused ones: those that another process has stored meanwhile, or new ones.
   * Replaces credentials at most once per cool-down, and fails with `RegistrationGuarded` within it (rule 4,
   * re-registration, and rule 5, cool-down).
   */
  readonly replace: (refusedClientId: string, reason: string) => Effect.Effect<ClientCredentials, AuthError>
  /**
   * Records the current credentials of this process. Raises `credentials-replaced` if they belong to another client
   * than the last known ones (rule 6, replaced credentials).
   */
  readonly recognise: (credentials: ServiceProvidersOfClient) => void
  /** Removes the credentials permanently. */
  readonly forget: Effect.Effect<void, AuthError>
  /** The service providers that accepted or refused the credentials. */
  readonly serviceProviders: ServiceProviders
}

/** The reason of a replacement after a damaged record. */
const unreadableRecord = "unreadable_record"

/** The reason of a replacement after the credentials were deleted from the store while the application ran. */
const missingRecord = "missing_record"

/** The reason of a replacement by another process. */
const anotherProcess = "another_process"

/** Creates the {@link Registration} of one application over the state of the context. */
export const makeRegistration = (context: AuthContext): Registration => {
  const { state, store, events, policy, clock } = context
  const serviceProviders = makeServiceProviders(context)

  const save = (registered: ClientCredentials) => {
    const credentials = { ...registered, serviceProviders: serviceProviders.ofNextClient() }
    return Effect.flatMap(store.saveCredentials(credentials), () => {
      if (state.exceptions !== undefined) state.exceptions.unstoredCredentials = undefined
      serviceProviders.use(credentials)
      events.publish({ type: "credentials-registered" })
      if (store.isVolatile) events.publish({ type: "credentials-not-persisted" })
      return Effect.succeed(credentials)
    })
  }

  const recognise = (credentials: ServiceProvidersOfClient) => {
    if (state.client !== undefined && state.client !== credentials.clientId) {
      events.publish({ type: "credentials-replaced", reason: anotherProcess })
    }
    serviceProviders.use(credentials)
  }

  const useStored = (credentials: ClientCredentials) =>
    Effect.as(
      Effect.sync(() => recognise(credentials)),
      credentials
    )

  // The store is checked first, because credentials that cannot be stored are lost with this process.
  const register = (onArrival: OnArrival) => Effect.andThen(store.checkWritable, registerClient(context, onArrival))

  // Credentials that could not be stored are stored now instead.
  const registerAndSave = Effect.fnUntraced(function* (registered: Effect.Effect<ClientCredentials, AuthError>) {
    const credentials = state.exceptions?.unstoredCredentials ?? (yield* registered)
    state.recordedExceptions.unstoredCredentials = credentials
    return yield* save(credentials)
  })

  const registerFirst = finishOnceArrived((onArrival) =>
    Effect.gen(function* () {
      const isEmptied = state.client !== undefined
      const credentials = yield* registerAndSave(register(onArrival))
      if (isEmptied) events.publish({ type: "credentials-replaced", reason: missingRecord })
      return credentials
    })
  )

  const replaceStored = (reason: string) =>
    finishOnceArrived((onArrival) =>
      Effect.gen(function* () {
        const credentials = yield* registerAndSave(registerGuarded(reason, onArrival))
        events.publish({ type: "credentials-replaced", reason })
        return credentials
      })
    )

  const registerGuarded = Effect.fnUntraced(function* (reason: string, onArrival: OnArrival) {
    const last = readGuard(yield* store.loadRegistrationGuard, reason)
    const now = clock.currentTimeMillisUnsafe()
    const remaining = Math.max(
      remainingCoolDown(
        policy.registrationCoolDown,
        monotonicMillis(clock) - (state.exceptions?.replacedAt ?? Number.NEGATIVE_INFINITY)
      ),
      remainingCoolDown(policy.registrationCoolDown, now - last.lastRegistrationAt)
    )
    if (remaining > 0) {
      // A guard with a time in the future was written while the clock was wrong. It must not block longer than the
      // cool-down.
      if (last.lastRegistrationAt > now) yield* store.saveRegistrationGuard({ ...last, lastRegistrationAt: now })
      return yield* failWith({ _tag: "RegistrationGuarded", until: now + remaining, lastReason: last.reason })
    }
    // The guard is stored first, so that a process that crashes during a registration does not register again at each
    // start.
    yield* store.saveRegistrationGuard({ lastRegistrationAt: now, reason })
    const credentials = yield* register(onArrival).pipe(
      Effect.catch((failure) =>
        // The registration failed, so no cool-down is needed.
        Effect.andThen(store.saveRegistrationGuard(last), Effect.fail(failure))
      )
    )
    state.recordedExceptions.replacedAt = monotonicMillis(clock)
    return credentials
  })

  return {
    credentials: Effect.flatMap(store.loadCredentials, (loaded) => {
      switch (loaded._tag) {
        case "Found":
          return useStored(loaded.value)
        case "Missing":
          return registerFirst
        case "Unreadable":
          events.publish({ type: "record-quarantined", location: loaded.key, problem: loaded.problem })
          return replaceStored(unreadableRecord)
      }
    }),
    replace: (refusedClientId, reason) =>
      Effect.flatMap(store.loadCredentials, (loaded) => {
        if (loaded._tag !== "Found") return replaceStored(reason)
        if (loaded.value.clientId !== refusedClientId) return useStored(loaded.value)
        serviceProviders.use(loaded.value)
        return replaceStored(reason)
      }),
    recognise,
    forget: Effect.suspend(() => {
      if (state.exceptions !== undefined) state.exceptions.unstoredCredentials = undefined
      state.client = undefined
      return store.removeCredentials
    }),
    serviceProviders
  }
}

type OnArrival = (hasArrived: boolean) => void

/**
 * Runs a registration that can be interrupted until credentials arrive. Then it is completed first, because credentials
 * that are registered but not stored are lost, together with the profiles at the server (rule 2, stored before used).
 */
const finishOnceArrived = <Success, Failure>(
  registerAndSave: (onArrival: OnArrival) => Effect.Effect<Success, Failure>
): Effect.Effect<Success, Failure> =>
  Effect.suspend(() => {
    let hasArrived = false
    const registered = registerAndSave((arrived) => {
      hasArrived = arrived
    })
    return Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(Effect.forkDetach(registered), (fiber) => {
        const finish = Effect.suspend(() => (hasArrived ? awaitFiber(fiber) : endFibers([fiber])))
        return restore(joinFiber(fiber, finish))
      })
    )
  })

/**
 * Returns the last replacement. If none is known, it was long ago. If the record is unreadable, it is in the future, so
 * that damage does not bypass the cool-down.
 */
const readGuard = (loaded: Loaded<RegistrationGuard>, reason: string): RegistrationGuard => {
  switch (loaded._tag) {
    case "Found":
      return loaded.value
    case "Missing":
      return { lastRegistrationAt: Number.MIN_SAFE_INTEGER, reason }
    case "Unreadable":
      return { lastRegistrationAt: Number.MAX_SAFE_INTEGER, reason: unreadableRecord }
  }
}

/** Returns the milliseconds until the next replacement is allowed. If the clock was turned back, no time has passed. */
const remainingCoolDown = (coolDown: number, elapsed: number): number => coolDown - Math.max(0, elapsed)

/** The service of {@link Registration}. */
export const Registration: Context.Service<Registration, Registration> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/Registration")
