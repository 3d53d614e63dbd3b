import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Application } from "../application/index.ts"
import { validOption } from "../application/valid-option.ts"
import { deviceKeyOf } from "../assembly/assemble.ts"
import { AuthorizedFetch, makeAuthorizedFetch } from "../authorized-fetch/index.ts"
import { Lock } from "../coordination/index.ts"
import type { AuthError } from "../errors/index.ts"
import { AuthEvents, makeEventSource } from "../events/index.ts"
import { Fetch, portableFetch } from "../network/index.ts"
import { FlowObservation, makeEffectObservation } from "../observation/index.ts"
import { CurrentAuthPolicy } from "../policy/index.ts"
import { makeRegistration, Registration } from "../registration/index.ts"
import { currentFlowRuntime } from "../runtime/index.ts"
import { CredentialStore } from "../store/index.ts"
import { Throttle, throttleOption, type ThrottleOption } from "../throttle/index.ts"
import { makeTokenSource, TokenSource } from "../token-source/index.ts"

/** Provides {@link AuthEvents} and, fed by them, the spans and counters of rule 22. */
export const authEventsLayer: Layer.Layer<AuthEvents | FlowObservation> = Layer.effect(
  FlowObservation,
  Effect.flatMap(AuthEvents, makeEffectObservation)
).pipe(Layer.provideMerge(Layer.sync(AuthEvents, makeEventSource)))

/** Provides a {@link Throttle} with the documented limits, or others; `false` leaves it to the server to say 429. */
export const throttleLayer = (option?: ThrottleOption): Layer.Layer<Throttle, AuthError, AuthEvents> =>
  Layer.effect(
    Throttle,
    Effect.gen(function* () {
      const { clock } = yield* currentFlowRuntime
      const events = yield* AuthEvents
      return yield* Effect.fromResult(validOption(() => throttleOption(option, clock, events)))
    })
  )

const sending = Effect.gen(function* () {
  const application = yield* Application
  return {
    ...(yield* currentFlowRuntime),
    application,
    deviceKey: deviceKeyOf(application),
    throttle: yield* Throttle,
    events: yield* AuthEvents,
    observation: yield* FlowObservation,
    policy: yield* CurrentAuthPolicy,
    fetch: portableFetch(yield* Fetch)
  }
})

/** Provides {@link Registration}. */
export const registrationLayer = Layer.effect(
  Registration,
  Effect.gen(function* () {
    return makeRegistration({ ...(yield* sending), store: yield* CredentialStore })
  })
)

/** Provides {@link TokenSource}; its flights and background refreshes end with the layer. */
export const tokenSourceLayer = Layer.effect(
  TokenSource,
  Effect.gen(function* () {
    const registration = yield* Registration
    return makeTokenSource({
      ...(yield* sending),
      store: yield* CredentialStore,
      registration,
      lock: yield* Lock
    })
  })
)

/** Provides {@link AuthorizedFetch}. */
export const authorizedFetchLayer = Layer.effect(
  AuthorizedFetch,
  Effect.gen(function* () {
    return makeAuthorizedFetch({ ...(yield* sending), tokens: yield* TokenSource })
  })
)
