import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { singleFlightIn } from "../coordination/index.ts"
import { failWith, type AuthError } from "../errors/index.ts"
import type { AuthContext } from "../context/index.ts"
import type { Registration } from "../registration/index.ts"
import { monotonicMillis, sleep } from "../runtime/index.ts"
import { HeldToken, remainingLifetime } from "../state/index.ts"
import type { AccessToken, ClientCredentials } from "../store/index.ts"
import { retrieveAccessToken, type ReceivedToken } from "./retrieve-access-token.ts"

/** The access token of one application instance. */
export interface TokenSource {
  /** Returns the access token: from memory, from the store, or a new one. Registers first if necessary. */
  readonly get: Effect.Effect<AccessToken, AuthError>
  /**
   * Returns the token in memory if it is usable, without waiting. Within the refresh window, also starts a background
   * refresh (rule 10, refresh window).
   *
   * @param now milliseconds of the monotonic clock
   */
  readonly cached: (now: number) => HeldToken | undefined
  /** Does the same as {@link get}, but returns a {@link HeldToken}. */
  readonly getHeld: Effect.Effect<HeldToken, AuthError>
  /**
   * Returns a token other than the one that a 401 refused: from memory, from the store, or a new one (rule 13, one
   * replay).
   */
  readonly refresh: (refused: HeldToken) => Effect.Effect<HeldToken, AuthError>
  /**
   * Returns a token of new client credentials, after a fresh token was refused with `application-registration` (rule 4,
   * re-registration). Fails with `AccessTokenRejected` if the same credentials work for another service provider.
   */
  readonly reregister: (refused: HeldToken, rejection: TokenRejection) => Effect.Effect<HeldToken, AuthError>
  /**
   * Records that the token of a new registration was refused as well, so that no other registration follows for this
   * service provider (rule 4, re-registration).
   */
  readonly giveUp: (refused: HeldToken, serviceProvider: string) => Effect.Effect<void>
  /** Records that the token worked for a service provider. Synchronous, for the warm path. */
  readonly accept: (accepted: HeldToken, serviceProvider: string) => void
  /** Returns the error of a new registration during the cool-down, which is known without a request. */
  readonly guard: (refused: HeldToken) => AuthError | undefined
  /** Drops the token. `credentials: true` also drops the client credentials, which signs every viewer out. */
  readonly forget: (options?: { readonly credentials?: boolean }) => Effect.Effect<void, AuthError>
}

/** A 401 that asks for a new registration. */
export interface TokenRejection {
  /** The enhanced error code. */
  readonly code: string
  readonly serviceProvider: string
}

/** Milliseconds between two reads of the store while another process has the lock: the first pause, and the longest. */
const firstPause = 50
const longestPause = 200

/** The reason of a shared call: the refused token, and whether its client is refused too. */
interface Need {
  readonly refused?: HeldToken | undefined
  readonly reregister?: string
}

/**
 * Creates the {@link TokenSource} of one application. Its shared calls end with the lifetime. All its state is in the
 * context, so that it can be created repeatedly.
 */
export const makeTokenSource = (context: AuthContext, registration: Registration): TokenSource => {
  const { application, state, store, lock, events, policy, clock, lifetime } = context
  const flight = singleFlightIn(lifetime, state)
  const inLock = lock.withLock(application.key)

  // After the end of the lifetime there is no usable token, so that calls start a shared call, which is interrupted.
  const usable = (now: number): HeldToken | undefined => (lifetime.hasEnded() ? undefined : state.usableToken(now))

  // Reads the token that another process or an earlier run has stored, unless it is the refused one (rule 13, one
  // replay, and rule 26, read after lock).
  const loadStored = Effect.fnUntraced(function* ({ refused, reregister }: Need, isFirstLook: boolean) {
    const loaded = yield* store.loadToken
    if (loaded._tag === "Unreadable" && !isFirstLook) {
      events.publish({ type: "record-quarantined", location: loaded.key, problem: loaded.problem })
    }
    if (loaded._tag !== "Found") return undefined
    const token = loaded.value
    const remaining = remainingLifetime(token, clock.currentTimeMillisUnsafe())
    const stored = new HeldToken(token, monotonicMillis(clock), remaining)
    if (remaining <= 0 || (refused !== undefined && stored.isSameAs(refused))) return undefined
    if (reregister !== undefined && token.clientId === refused?.clientId) return undefined
    const credentials = yield* store.loadCredentials
    if (credentials._tag === "Found" && credentials.value.clientId !== token.clientId) return undefined
    registration.recognise(credentials._tag === "Found" ? credentials.value : token)
    return stored
  })

  // `invalid_client` leads to one new registration, and never to a second one (rule 4, re-registration).
  const retrieve = (credentials: ClientCredentials): Effect.Effect<ReceivedToken, AuthError> =>
    Effect.suspend(() => {
      const error = guardOf(credentials.clientId)
      return error === undefined ? retrieveAccessToken(context, credentials) : Effect.fail(error)
    }).pipe(
      Effect.catch((error) =>
        error.reason._tag === "ClientRejected"
          ? Effect.flatMap(replace(credentials.clientId, error.reason.serverCode), (replacement) =>
              retrieveAccessToken(context, replacement)
            )
          : Effect.fail(error)
      )
    )

  const replace = (clientId: string, reason: string): Effect.Effect<ClientCredentials, AuthError> =>
    registration.replace(clientId, reason).pipe(
      Effect.catch((error) => {
        if (error.reason._tag === "RegistrationGuarded") {
          const remaining = error.reason.until - clock.currentTimeMillisUnsafe()
          state.recordedExceptions.refusedClient = { clientId, until: monotonicMillis(clock) + remaining, error }
        }
        return Effect.fail(error)
      })
    )

  const guardOf = (clientId: string): AuthError | undefined => state.refusalOf(clientId, monotonicMillis(clock))

  const obtain = Effect.fnUntraced(function* (need: Need) {
    const stored = yield* loadStored(need, false)
    if (stored !== undefined) return (state.token = stored)
    const credentials =
      need.refused === undefined || need.reregister === undefined
        ? yield* registration.credentials
        : yield* replace(need.refused.clientId, need.reregister)
    return yield* keep(need, yield* retrieve(credentials))
  })

  const keep = Effect.fnUntraced(function* ({ refused }: Need, { token, receivedAt }: ReceivedToken) {
    const lifespan = token.expiresAt - token.receivedAt
    const held = (state.token = new HeldToken(token, receivedAt.monotonic, lifespan))
    if (state.exceptions !== undefined) state.exceptions.nextRefresh = undefined
    if (refused !== undefined && held.isSameAs(refused)) {
      state.recordedExceptions.sameTokenUntil = receivedAt.monotonic + policy.refreshInterval
    }
    // The token is used even if it cannot be stored and has to be requested again after a restart.
    yield* store
      .saveToken(token)
      .pipe(Effect.catch((error) => Effect.sync(() => events.publish({ type: "token-not-stored", error }))))
    const refresh = refused !== undefined
    events.publish({ type: "token-obtained", refresh, expiresIn: lifespan / 1000, createdAt: token.createdAt })
    return held
  })

  // A full or read-only disk may not provide a lock. A token can still be requested with stored credentials; only their
  // replacement needs the lock.
  const obtainInLock = (
    need: Need,
    locked: Effect.Effect<HeldToken, AuthError>,
    hasLock: () => boolean
  ): Effect.Effect<HeldToken, AuthError> =>
    locked.pipe(
      Effect.catch((error) =>
        hasLock() || error.reason._tag !== "StoreUnavailable" || need.reregister !== undefined
          ? Effect.fail(error)
          : Effect.flatMap(store.loadCredentials, (loaded) => {
              if (loaded._tag !== "Found") return Effect.fail(error)
              registration.recognise(loaded.value)
              return Effect.flatMap(retrieveAccessToken(context, loaded.value), (received) => keep(need, received))
            })
      )
    )

  // Records are replaced atomically, so a token can be read without the lock, which a full disk may not provide. If
  // many processes wait for the lock, all but the first need only the token that the first one stores.
  const obtainOrLoad = (need: Need): Effect.Effect<HeldToken, AuthError> => {
    let hasLock = false
    const enter = Effect.suspend(() => {
      hasLock = true
      return obtain(need)
    })
    const readAgain = (pause: number): Effect.Effect<HeldToken, AuthError> =>
      Effect.andThen(
        sleep(pause),
        Effect.suspend(() =>
          hasLock
            ? Effect.never
            : Effect.flatMap(loadOutside(need), (stored) => {
                if (hasLock) return Effect.never
                return stored === undefined ? readAgain(Math.min(2 * pause, longestPause)) : use(stored)
              })
        )
      )
    return Effect.raceFirst(
      obtainInLock(need, inLock(enter), () => hasLock),
      readAgain(firstPause)
    )
  }

  // A failure is ignored here, because it occurs again inside the lock.
  const loadOutside = (need: Need) => loadStored(need, true).pipe(Effect.catchCause(() => Effect.undefined))

  const use = (stored: HeldToken): Effect.Effect<HeldToken> => Effect.sync(() => (state.token = stored))

  const fly = (need: Need): Effect.Effect<HeldToken, AuthError> =>
    flight.run(
      Effect.flatMap(loadStored(need, true), (stored) => (stored === undefined ? obtainOrLoad(need) : use(stored)))
    )

  // A shared call that was already running may have had another reason. Then another one follows.
  const flyUntil = (need: Need, isGood: (token: HeldToken) => boolean): Effect.Effect<HeldToken, AuthError> =>
    Effect.suspend(() => {
      const current = usable(monotonicMillis(clock))
      if (current !== undefined && isGood(current)) return Effect.succeed(current)
      return Effect.flatMap(fly(need), (token) => (isGood(token) ? Effect.succeed(token) : fly(need)))
    })

  const refreshInBackground = (refused: HeldToken, now: number): void => {
    state.recordedExceptions.nextRefresh = now + policy.refreshInterval
    const refresh = fly({ refused }).pipe(
      Effect.catch((error) => Effect.sync(() => events.publish({ type: "token-refresh-failed", error })))
    )
    Effect.runForkWith(context.context)(refresh)
  }

  const cached = (now: number): HeldToken | undefined => {
    const current = usable(now)
    if (current !== undefined && state.isRefreshDue(current, now)) refreshInBackground(current, now)
    return current
  }

  const getHeld = Effect.suspend(() => {
    const current = cached(monotonicMillis(clock))
    // An expired token counts as refused, so that it is not used again after the wall clock was turned back.
    return current === undefined ? fly({ refused: state.token }) : Effect.succeed(current)
  })

  return {
    get: Effect.flatMap(getHeld, ({ token }) => Effect.succeed(token)),
    cached,
    getHeld,
    refresh: (refused) =>
      Effect.suspend(() => {
        const now = monotonicMillis(clock)
        const current = usable(now)
        const sameUntil = state.exceptions?.sameTokenUntil
        if (current?.isSameAs(refused) && sameUntil !== undefined && now < sameUntil) return Effect.succeed(current)
        // If the server issues the same token again, another request would not return a different one.
        return flyUntil(
          { refused },
          (token) => !token.isSameAs(refused) || (token !== current && token.receivedAt >= now)
        )
      }),
    reregister: (refused, rejection) =>
      Effect.flatMap(
        registration.serviceProviders.mayRegister(refused.clientId, rejection.serviceProvider),
        (mayRegister) =>
          mayRegister
            ? flyUntil({ refused, reregister: rejection.code }, ({ clientId }) => clientId !== refused.clientId)
            : rejected(rejection)
      ),
    giveUp: ({ clientId }, serviceProvider) => registration.serviceProviders.refuse(clientId, serviceProvider),
    accept: ({ clientId }, serviceProvider) => registration.serviceProviders.accept(clientId, serviceProvider),
    guard: ({ clientId }) => guardOf(clientId),
    forget: (options) =>
      inLock(
        Effect.gen(function* () {
          state.token = undefined
          if (state.exceptions !== undefined) state.exceptions.refusedClient = undefined
          yield* store.removeToken
          if (options?.credentials === true) yield* registration.forget
        })
      )
  }
}

const rejected = ({ code, serviceProvider }: TokenRejection): Effect.Effect<never, AuthError> =>
  failWith({ _tag: "AccessTokenRejected", enhancedErrorCode: code, status: 401, serviceProvider })

/** The service of {@link TokenSource}. */
export const TokenSource: Context.Service<TokenSource, TokenSource> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/TokenSource")
