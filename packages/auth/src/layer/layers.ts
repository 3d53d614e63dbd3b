import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Application } from "../application/index.ts"
import { deviceKeyOf, type AuthContext } from "../context/index.ts"
import { AuthorizedTransport, makeAuthorizedTransport } from "../authorized-transport/index.ts"
import { Lock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import { AuthEvents, makeAuthEvents } from "../events/index.ts"
import { Fetch, portableFetch } from "../network/index.ts"
import { makeEffectObservation, Observation } from "../observation/index.ts"
import { validOption } from "../options/option.ts"
import { AuthPolicy } from "../policy/index.ts"
import { makeRegistration, Registration } from "../registration/index.ts"
import { currentFlowRuntime } from "../runtime/index.ts"
import { InstanceState } from "../state/index.ts"
import { CredentialStore, makeCredentialStore, RecordStore } from "../store/index.ts"
import { Throttle, throttleOption, type ThrottleOption } from "../throttle/index.ts"
import { makeTokenSource, TokenSource } from "../token-source/index.ts"

/** Provides {@link AuthEvents}, and the spans and counters of its events (rule 22, observation). */
export const authEventsLayer: Layer.Layer<AuthEvents | Observation> = /* @__PURE__ */ Layer.effect(
  Observation,
  /* @__PURE__ */ Effect.flatMap(AuthEvents, makeEffectObservation)
).pipe(/* @__PURE__ */ Layer.provideMerge(/* @__PURE__ */ Layer.sync(AuthEvents, makeAuthEvents)))

/**
 * Provides a {@link Throttle} with the documented limits, with custom ones, or with none (`false`).
 *
 * Source: docs/protocol/throttling.md, section 1.
 *
 * @example
 * ```ts
 * const unthrottled = throttleLayer(false)
 * const slow = throttleLayer({ perSecond: 0.5, burst: 5 })
 * ```
 */
export const throttleLayer = (option?: ThrottleOption): Layer.Layer<Throttle, AuthError, AuthEvents> =>
  Layer.effect(
    Throttle,
    Effect.gen(function* () {
      const { clock } = yield* currentFlowRuntime
      const events = yield* AuthEvents
      return yield* Effect.fromResult(validOption(() => throttleOption(option, clock, events)))
    })
  )

const authContext = /* @__PURE__ */ Effect.gen(function* () {
  const application = yield* Application
  const context: AuthContext = {
    ...(yield* currentFlowRuntime),
    application,
    deviceKey: deviceKeyOf(application),
    store: yield* CredentialStore,
    state: new InstanceState(),
    lock: yield* Lock,
    throttle: yield* Throttle,
    events: yield* AuthEvents,
    observation: yield* Observation,
    policy: yield* AuthPolicy,
    fetch: portableFetch(yield* Fetch)
  }
  return context
})

/** Provides {@link CredentialStore} for the application and the store of the context. */
export const credentialStoreLayer: Layer.Layer<CredentialStore, never, RecordStore | Application> =
  /* @__PURE__ */ Layer.effect(
    CredentialStore,
    /* @__PURE__ */ Effect.gen(function* () {
      const application = yield* Application
      return makeCredentialStore(yield* RecordStore, application.key)
    })
  )

/** Provides {@link Registration}. */
export const registrationLayer = /* @__PURE__ */ Layer.effect(
  Registration,
  /* @__PURE__ */ Effect.map(authContext, makeRegistration)
)

/** Provides {@link TokenSource}. Its calls and background refreshes end with the layer. */
export const tokenSourceLayer = /* @__PURE__ */ Layer.effect(
  TokenSource,
  /* @__PURE__ */ Effect.gen(function* () {
    return makeTokenSource(yield* authContext, yield* Registration)
  })
)

/** Provides {@link AuthorizedTransport}. */
export const authorizedTransportLayer = /* @__PURE__ */ Layer.effect(
  AuthorizedTransport,
  /* @__PURE__ */ Effect.gen(function* () {
    return makeAuthorizedTransport(yield* authContext, yield* TokenSource)
  })
)
