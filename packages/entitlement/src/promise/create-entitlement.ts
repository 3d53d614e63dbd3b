import * as Effect from "effect/Effect"
import { makeContext, type Platform } from "../context/make-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { makeFlows } from "../flows.ts"
import type { EntitlementOptions } from "../options/entitlement-options.ts"
import { readPending, resume } from "../sign-in/resume.ts"
import { signInByRedirect } from "../sign-in/sign-in-by-redirect.ts"
import { signInHere } from "../sign-in/sign-in-here.ts"
import type { EndedSignIn } from "../sign-in/sign-in-result.ts"
import { signInWithCode } from "../sign-in/sign-in-with-code.ts"
import { createCodeSignIn } from "./create-code-sign-in.ts"
import type { Entitlement } from "./entitlement.ts"
import { keepConnection } from "./entitlement-connection.ts"
import { runToPromise } from "./run-to-promise.ts"

/**
 * Creates the flows of one viewer's application over an authorized connection. Sends nothing by itself.
 *
 * Source: docs/protocol/flows.md.
 *
 * @throws EntitlementError with reason `InvalidConfiguration`
 * @example
 * ```ts
 * const entitlement = createEntitlement({
 *   pass,
 *   serviceProvider: "REF30",
 *   domainName: "adobe.com",
 *   redirectUrl: "https://adobe.com/",
 *   storage: () => localStorage
 * })
 * const started = await entitlement.start()
 * ```
 */
export const createEntitlement = (options: EntitlementOptions): Entitlement => connectEntitlement(options, {})

/** Does the same as {@link createEntitlement} on another platform, for example with a virtual clock. */
export const connectEntitlement = (options: EntitlementOptions, platform: Platform): Entitlement => {
  const context = makeContext(options, platform)
  const flows = makeFlows(context)
  const toPromise = runToPromise(context.services)
  const run = <Success>(effect: Effect.Effect<Success, EntitlementError>, signal?: AbortSignal): Promise<Success> =>
    toPromise(Effect.raceFirst(Effect.andThen(context.disposed, Effect.interrupt), effect), signal)
  const disposedSignIn = Effect.as(context.disposed, { kind: "cancelled" } as const)
  /** Runs a sign-in. If the caller cancels it, or `dispose` ends it, resolves to `cancelled`. */
  const runSignIn = async <Result>(
    effect: Effect.Effect<Result, EntitlementError>,
    signal: AbortSignal | undefined
  ): Promise<Result | EndedSignIn> => {
    try {
      return await toPromise(Effect.raceFirst(disposedSignIn, effect), signal)
    } catch (thrown) {
      if (signal?.aborted === true) return { kind: "cancelled" }
      throw thrown
    }
  }
  const dispose = () => toPromise(context.dispose)
  const entitlement: Entitlement = {
    state: { subscribe: context.state.subscribe, getSnapshot: context.state.getSnapshot },
    start: ({ signal } = {}) => run(flows.start, signal),
    mvpds: ({ signal } = {}) => run(flows.mvpds, signal),
    signInHere: ({ mvpd, open, signal }) =>
      runSignIn(
        signInHere(context, {
          mvpd,
          open: (address, redirectUrl) =>
            Effect.tryPromise({
              try: (openSignal) => open(address, { redirectUrl, signal: openSignal }),
              catch: (cause) => cause
            })
        }),
        signal
      ),
    signInByRedirect: ({ mvpd, signal }) => runSignIn(signInByRedirect(context, { mvpd }), signal),
    signInWithCode: ({ mvpd, signal } = {}) =>
      createCodeSignIn((ports) => signInWithCode(context, { ...ports, mvpd }), runSignIn, signal),
    resume: async ({ signal } = {}) => {
      const pending = await run(readPending(context), signal)
      return pending && createCodeSignIn((ports) => resume(context, pending, ports), runSignIn, signal)
    },
    preauthorize: (resources, { signal, onDecided } = {}) => run(flows.preauthorize(resources, onDecided), signal),
    authorize: (resource, { signal } = {}) => run(flows.authorize(resource), signal),
    signOut: ({ signal, ...request }) => run(flows.signOut(request), signal),
    refreshProfile: ({ signal } = {}) => run(flows.refreshProfile, signal),
    on: (type, listener) =>
      context.events.subscribe((event) => {
        // Boundary: the comparison proves the cast, which the compiler cannot infer through a type parameter.
        if (event.type === type) listener(event as Parameters<typeof listener>[0])
      }),
    dispose,
    [Symbol.asyncDispose]: dispose
  }
  return keepConnection(entitlement, { context, mvpds: flows.mvpds, run, runSignIn })
}
