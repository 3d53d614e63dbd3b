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
import { storeOptionLayer, type StoreSource } from "../store/index.ts"
import type { ThrottleOption } from "../throttle/index.ts"
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

/** What is the same however the application is described. */
export interface LayerOptions {
  /**
   * Where client credentials and token are kept: `localStorage`, a store of `@tve-pass/auth/file`, or a custom one.
   * `undefined` and `null` are refused. Lost credentials sign the viewer out, so without this option, which keeps them in
   * memory only, the event `credentials-not-persisted` is raised; `memoryStore()` asks for memory by name.
   */
  readonly storage?: StoreSource | undefined
  /**
   * Limits other than the documented ones; `false` sends at once and leaves it to the server to respond 429. Or a throttle
   * that several processes share, such as `redisThrottle` of `@tve-pass/redis`.
   */
  readonly throttle?: ThrottleOption | undefined
}

/**
 * The whole auth layer of one application instance.
 *
 * `fetch` and `policy` are references: provide `Fetch` or `AuthPolicy` to the layer to replace them. To replace
 * any other part, build the layer from the parts this module is made of.
 *
 * Fails with `InvalidConfiguration`, before any request.
 *
 * @example
 * const program = Effect.gen(function* () {
 *   const tokens = yield* TokenSource
 *   return yield* tokens.get
 * })
 * const live = AdobePass.layer({ environment: "release-staging", softwareStatement, device, storage })
 * Effect.runPromise(Effect.provide(program, live))
 */
export const layer = (options: ApplicationOptions & LayerOptions) =>
  layerOf(
    Effect.suspend(() => Effect.fromResult(makeApplication(options))),
    options
  )

/**
 * {@link layer} for the application that the environment, or another `ConfigProvider`, describes: see
 * `applicationFromEnvironment` for the names.
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

/** Events are dropped, the oldest first, when a stream is read more slowly than this many arrive. */
const eventBuffer = 256

/** What the auth layer does, from the moment on at which the stream is run. */
export const events: Stream.Stream<AuthEvent, never, AuthEvents> = Stream.callback<AuthEvent, never, AuthEvents>(
  (queue) =>
    Effect.flatMap(AuthEvents, ({ subscribe }) =>
      Effect.acquireRelease(
        Effect.sync(() => subscribe((event) => Queue.offerUnsafe(queue, event))),
        (stop) => Effect.sync(stop)
      )
    ),
  { bufferSize: eventBuffer, strategy: "sliding" }
)
