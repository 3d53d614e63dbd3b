import type { StoreSource } from "@tve-pass/auth/promise"
import { createEntitlement, type Access, type CodeSignIn } from "@tve-pass/entitlement/promise"
import * as Effect from "effect/Effect"
import type { Connection } from "../connection/connect.ts"
import { currentServiceProvider } from "../connection/viewer.ts"
import { failureOfThrown } from "../failure/failure-of.ts"

/** The sign-in flows of one command. */
export interface Flows {
  readonly origin: string
  readonly serviceProvider: string
  /** The access that the viewer has already; `undefined` if nobody is signed in. */
  readonly current: (signal: AbortSignal) => Promise<Access | undefined>
  /** Requests a code. */
  readonly start: (mvpd: string | undefined) => CodeSignIn
  /** Continues an earlier sign-in of this store; `undefined` if none with this code is waiting. */
  readonly resume: (code: string, signal: AbortSignal) => Promise<CodeSignIn | undefined>
  /** Stops waiting and leaves the record of the sign-in in the store, for `resume`. */
  readonly leave: (running: CodeSignIn) => void
}

/** Opens the flows of `@tve-pass/entitlement` over a connection. The scope of the command ends them. */
export const openFlows = Effect.fnUntraced(function* (
  connection: Connection,
  website: { readonly domainName: string; readonly redirectUrl: string },
  pollSeconds: number
) {
  const { pass, origin, store } = connection
  const serviceProvider = yield* currentServiceProvider(connection)
  let isLeft = false
  // A sign-in that ends removes its record. One that a person walks away from goes on at Adobe Pass.
  const storage: StoreSource = {
    ...store,
    remove: (key) => Effect.suspend(() => (isLeft ? Effect.void : store.remove(key)))
  }
  const entitlement = yield* Effect.acquireRelease(
    Effect.try({
      try: () =>
        createEntitlement({ pass, serviceProvider, ...website, storage, pollInterval: pollSeconds * 1000 }),
      catch: failureOfThrown
    }),
    ({ dispose }) => Effect.promise(dispose)
  )
  const flows: Flows = {
    origin,
    serviceProvider,
    current: async (signal) => {
      const started = await entitlement.start({ signal })
      return started.kind === "signed-in" ? started.access : undefined
    },
    start: (mvpd) =>
      entitlement.signInWithCode(mvpd === undefined ? {} : { mvpd: { id: mvpd, displayName: mvpd, logoUrl: "" } }),
    resume: async (code, signal) => {
      const running = await entitlement.resume()
      const step = running?.getSnapshot()
      signal.throwIfAborted()
      if (running === undefined) return undefined
      if (step?.step === "showing-code" && step.code !== code) {
        isLeft = true
        running.cancel()
        return undefined
      }
      return running
    },
    leave: (running) => {
      isLeft = true
      running.cancel()
    }
  }
  return flows
})
