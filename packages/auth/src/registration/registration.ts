import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { AuthContext } from "../context/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import { awaitFiber, endFibers, joinFiber, monotonicMillis } from "../runtime/index.ts"
import type { ClientCredentials, Loaded, RegistrationGuard } from "../store/index.ts"
import { registerClient } from "./register-client.ts"
import { makeServiceProviders, type ServiceProviders, type ServiceProvidersOfClient } from "./service-providers.ts"

/**
 * The client credentials of an application: read from the store, registered when there are none, replaced when the
 * server refuses them. Call its members inside the application's lock only, so that no other process registers meanwhile.
 */
export interface Registration {
  /** The stored credentials; registers if there are none. New credentials are stored before they are used (rule 2). */
  readonly credentials: Effect.Effect<ClientCredentials, AuthError>
  /**
   * The credentials to use instead of refused ones: those that another process stored meanwhile, or new ones. Replaces at
   * most once per cool-down and fails with `RegistrationGuarded` past it (rules 4 and 5).
   */
  readonly replace: (refusedClientId: string, reason: string) => Effect.Effect<ClientCredentials, AuthError>
  /**
   * This process works with these credentials from now on. Raises `credentials-replaced` if they are of another client than
   * the one known so far (rule 6, replaced credentials).
   */
  readonly recognise: (credentials: ServiceProvidersOfClient) => void
  /** Removes the credentials permanently. */
  readonly forget: Effect.Effect<void, AuthError>
  /** Which service providers the credentials work for. */
  readonly serviceProviders: ServiceProviders
}

/** The reason of a replacement that no server asked for. */
const unreadableRecord = "unreadable_record"

/** The reason of a replacement of credentials that vanished from the store while the application ran. */
const missingRecord = "missing_record"

/** The reason of a replacement that this process did not make. */
const anotherProcess = "another_process"

/** Builds the {@link Registration} of one application on the state of the context. */
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

  // The store is checked first: credentials that cannot be stored would be lost with this process.
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
      // A guard of the future was written while the clock was wrong; it must not block longer than the cool-down.
      if (last.lastRegistrationAt > now) yield* store.saveRegistrationGuard({ ...last, lastRegistrationAt: now })
      return yield* failWith({ _tag: "RegistrationGuarded", until: now + remaining, lastReason: last.reason })
    }
    // The guard is stored first: a process that dies while it registers must not register again at each start.
    yield* store.saveRegistrationGuard({ lastRegistrationAt: now, reason })
    const credentials = yield* register(onArrival).pipe(
      Effect.catch((failure) =>
        // Nothing was replaced, so nothing needs to cool down.
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
 * Runs a registration that an interruption ends as long as no credentials arrive. From then on it is finished first:
 * credentials that are registered and not stored are lost, and with them everything that the server keeps (rule 2).
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
 * The last replacement: long ago where none is known, and in the future where the record is unreadable, so that damage
 * cannot get round the cool-down.
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

/** Milliseconds until the next replacement; a clock that was turned back counts as no time passed. */
const remainingCoolDown = (coolDown: number, elapsed: number): number => coolDown - Math.max(0, elapsed)

/** The service of {@link Registration}. */
export const Registration: Context.Service<Registration, Registration> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/Registration")
