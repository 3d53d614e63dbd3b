/**
 * The auth layer as layers of Effect: {@link layer} from options, {@link layerFromEnvironment} from variables, and its
 * {@link events}.
 *
 * @module
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import { Application, makeApplication, type ApplicationOptions } from "../application/index.ts"
import type { AuthError } from "../errors/index.ts"
import { AuthEvents, type AuthEvent } from "../events/index.ts"
import type { ConnectionOptions } from "../context/index.ts"
import { storeOptionLayer } from "../store/index.ts"
import { applicationFromEnvironment } from "./application-from-environment.ts"
import {
  authEventsLayer,
  authorizedTransportLayer,
  credentialStoreLayer,
  registrationLayer,
  throttleLayer,
  tokenSourceLayer
} from "./layers.ts"

export { callOperation } from "./call-operation.ts"

/**
 * Options of {@link layer} and {@link layerFromEnvironment}: the {@link ConnectionOptions} of `createAdobePass` without
 * `fetch` and `policy`, which are references of the context.
 */
export type LayerOptions = Pick<ConnectionOptions, "storage" | "throttle">

/**
 * Creates the whole auth layer of one application instance.
 *
 * `fetch` and `policy` are references: provide `Fetch` or `AuthPolicy` to the layer to replace them. To replace any
 * other part, compose the layers yourself (docs/auth.md, "Replacing layers").
 *
 * Fails with `InvalidConfiguration`, before any request.
 *
 * @example
 * ```ts
 * const program = Effect.gen(function* () {
 *   const tokens = yield* TokenSource
 *   return yield* tokens.get
 * })
 * const live = AdobePass.layer({ environment: "release-staging", softwareStatement, device, storage })
 * Effect.runPromise(Effect.provide(program, live))
 * ```
 */
export const layer = (options: ApplicationOptions & LayerOptions) =>
  layerOf(
    Effect.suspend(() => Effect.fromResult(makeApplication(options))),
    options
  )

/**
 * Creates {@link layer} for the application that the environment, or another `ConfigProvider`, describes.
 * `applicationFromEnvironment` lists the variables.
 *
 * @example
 * ```ts
 * const live = AdobePass.layerFromEnvironment({ storage: memoryStore() })
 * const program = Effect.flatMap(TokenSource, ({ get }) => get)
 * Effect.runPromise(Effect.provide(program, live))
 * ```
 */
export const layerFromEnvironment = (options: LayerOptions = {}) => layerOf(applicationFromEnvironment, options)

const layerOf = (application: Effect.Effect<Application, AuthError>, options: LayerOptions) =>
  authorizedTransportLayer.pipe(
    Layer.provideMerge(tokenSourceLayer),
    Layer.provideMerge(registrationLayer),
    Layer.provideMerge(credentialStoreLayer),
    Layer.provideMerge(throttleLayer(options.throttle)),
    Layer.provideMerge(authEventsLayer),
    Layer.provideMerge(storeOptionLayer(options)),
    Layer.provideMerge(Layer.effect(Application, application))
  )

/** The most events that are buffered for a slow reader of the stream. The oldest are dropped. */
const eventBuffer = 256

/**
 * The events of the auth layer from the moment at which the stream runs. A slow reader loses the oldest of more than
 * 256 events.
 */
export const events: Stream.Stream<AuthEvent, never, AuthEvents> = /* @__PURE__ */ Stream.callback<
  AuthEvent,
  never,
  AuthEvents
>(
  (queue) =>
    Effect.flatMap(AuthEvents, ({ subscribe }) =>
      Effect.acquireRelease(
        Effect.sync(() => subscribe((event) => Queue.offerUnsafe(queue, event))),
        (stop) => Effect.sync(stop)
      )
    ),
  { bufferSize: eventBuffer, strategy: "sliding" }
)
