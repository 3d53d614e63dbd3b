import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { makeRegisteredApplication, type RegisteredApplicationOptions } from "../application/index.ts"
import { Lock } from "../coordination/index.ts"
import { AuthEvents } from "../events/index.ts"
import { Fetch, portableFetch } from "../network/index.ts"
import { Observation } from "../observation/index.ts"
import { validOption } from "../options/option.ts"
import { AuthPolicy } from "../policy/index.ts"
import { DevicePool, makeDevicePool, resolveDevicePoolLimits, type DevicePoolLimits } from "../pool/index.ts"
import { currentFlowRuntime } from "../runtime/index.ts"
import { RecordStore, storeOptionLayer } from "../store/index.ts"
import { Throttle } from "../throttle/index.ts"
import type { LayerOptions } from "./adobe-pass.ts"
import { authEventsLayer, throttleLayer } from "./layers.ts"

/**
 * Creates the layer of {@link DevicePool}: many devices of one application on one server. {@link AuthEvents} has the
 * events of all devices, each with the `instanceId` of its device (`PooledEvent`).
 *
 * Fails with `InvalidConfiguration`, before any request.
 *
 * @example
 * ```ts
 * const program = Effect.gen(function* () {
 *   const { device } = yield* DevicePool
 *   const { transport } = yield* Effect.fromResult(device({ device: { identifier }, forwardedFor: "203.45.101.20" }))
 *   const restV2 = createRestV2Client(transport)
 * })
 * Effect.provide(program, devicePoolLayer({ environment: "release-production", softwareStatement, storage }))
 * ```
 */
export const devicePoolLayer = (options: RegisteredApplicationOptions & LayerOptions & Partial<DevicePoolLimits>) =>
  Layer.effect(
    DevicePool,
    Effect.gen(function* () {
      return makeDevicePool({
        ...(yield* currentFlowRuntime),
        application: yield* Effect.fromResult(makeRegisteredApplication(options)),
        records: yield* RecordStore,
        lock: yield* Lock,
        throttle: yield* Throttle,
        events: yield* AuthEvents,
        observation: yield* Observation,
        policy: yield* AuthPolicy,
        fetch: portableFetch(yield* Fetch),
        limits: yield* Effect.fromResult(validOption(() => resolveDevicePoolLimits(options)))
      })
    })
  ).pipe(
    Layer.provideMerge(throttleLayer(options.throttle)),
    Layer.provideMerge(authEventsLayer),
    Layer.provideMerge(storeOptionLayer(options))
  )
