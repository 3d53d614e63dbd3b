import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { makeApplication, type ApplicationOptions } from "../application/index.ts"
import { assemble } from "../assembly/assemble.ts"
import { webLock } from "../coordination/index.ts"
import { makeEventSource } from "../events/index.ts"
import { platformFetch } from "../network/fetch-function.ts"
import { noObservation } from "../observation/observation.ts"
import { defaultAuthPolicy } from "../policy/index.ts"
import { runToPromise } from "../promise-bridge/run-to-promise.ts"
import { makeCredentialStore, memoryStore, toRecordStore } from "../store/index.ts"
import { makeThrottle, resolveThrottleLimits } from "../throttle/index.ts"
import type { AdobePass } from "./adobe-pass.ts"
import type { ConnectionOptions } from "./connection-options.ts"

/** How to reach Adobe Pass, as which application, from which device. */
export type AdobePassOptions = ApplicationOptions & ConnectionOptions

/**
 * Connects an application on one device to Adobe Pass. Sends nothing by itself: the first call registers, retrieves a
 * token and stores both.
 *
 * Source: docs/protocol/dcr.md, section 9.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 * @example
 * const pass = createAdobePass({
 *   environment: "release-production",
 *   softwareStatement: "header.payload.signature",
 *   device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
 *   storage: localStorage
 * })
 * const response = await pass.fetch("/api/v2/REF30/configuration")
 */
export const createAdobePass = (options: AdobePassOptions): AdobePass => connectAdobePass(options, Context.empty())

/** {@link createAdobePass} in a context of its own, such as one with a virtual clock. */
export const connectAdobePass = (options: AdobePassOptions, context: Context.Context<never>): AdobePass => {
  const application = Result.getOrThrow(makeApplication(options))
  const records = toRecordStore(options.storage ?? memoryStore())
  const events = makeEventSource()
  const scope = Scope.makeUnsafe()
  const { tokens, transport } = Effect.runSyncWith(context)(
    Effect.gen(function* () {
      return yield* assemble({
        application,
        store: makeCredentialStore(records, application.key),
        lock: records.lock ?? webLock(),
        throttle: yield* makeThrottle(resolveThrottleLimits(options.throttle)),
        events,
        policy: { ...defaultAuthPolicy, ...options.policy },
        observation: noObservation,
        fetch: options.fetch ?? platformFetch
      })
    }).pipe(Scope.provide(scope))
  )
  const run = runToPromise(context)
  const dispose = () => run(Scope.close(scope, Exit.void))
  return {
    ...transport,
    accessToken: ({ signal } = {}) =>
      run(
        Effect.map(tokens.get, ({ value }) => Redacted.value(value)),
        signal
      ),
    on: (type, listener) =>
      events.subscribe((event) => {
        // The cast follows from the comparison, which the compiler cannot see through a type parameter.
        if (event.type === type) listener(event as Parameters<typeof listener>[0])
      }),
    forget: (what) => run(tokens.forget(what)),
    dispose,
    [Symbol.asyncDispose]: dispose
  }
}
