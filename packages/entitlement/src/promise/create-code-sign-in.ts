import * as Effect from "effect/Effect"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { makeEventSource } from "../events/event-source.ts"
import type { CodeSignIn, CodeStep } from "../sign-in/code-sign-in.ts"
import type { CodeSignInPorts } from "../sign-in/pending-code.ts"
import type { SignInResult } from "../sign-in/sign-in-result.ts"
import { makeStore } from "../state/readable-store.ts"

/** Starts a sign-in by code and returns its handle. `run` runs the flow as a promise; a signal can end it. */
export const createCodeSignIn = (
  flow: (ports: CodeSignInPorts) => Effect.Effect<SignInResult, EntitlementError>,
  run: (effect: Effect.Effect<SignInResult, EntitlementError>, signal: AbortSignal) => Promise<SignInResult>,
  outerSignal: AbortSignal | undefined
): CodeSignIn => {
  const steps = makeStore<CodeStep>({ step: "requesting-code" })
  const renewals = makeEventSource<void>()
  const abort = new AbortController()
  const cancel = () => abort.abort()
  const nextRenewal = Effect.callback<void>((resume) => {
    const stop = renewals.subscribe(() => resume(Effect.void))
    return Effect.sync(stop)
  })
  if (outerSignal?.aborted === true) cancel()
  outerSignal?.addEventListener("abort", cancel, { once: true })

  const result = run(flow({ onStep: steps.set, nextRenewal }), abort.signal)
    .then(
      (ended) => {
        steps.set({ step: "ended", result: ended })
        return ended
      },
      (error: EntitlementError) => {
        steps.set({ step: "failed", error })
        throw error
      }
    )
    .finally(() => outerSignal?.removeEventListener("abort", cancel))
  // Prevents an unhandled rejection: the step and the state show the failure too, so a caller need not await the
  // promise.
  result.catch(() => {})
  return {
    subscribe: steps.subscribe,
    getSnapshot: steps.getSnapshot,
    result,
    cancel,
    renew: () => renewals.publish(),
    [Symbol.asyncIterator]: () => iterate(steps)
  }
}

/** Yields the newest step and each later one. A slow consumer misses intermediate steps, but never the last one. */
async function* iterate(steps: Pick<CodeSignIn, "subscribe" | "getSnapshot">): AsyncGenerator<CodeStep, void> {
  let shown: CodeStep | undefined
  for (;;) {
    const current = steps.getSnapshot()
    if (current === shown) {
      await nextChange(steps)
      continue
    }
    shown = current
    yield current
    if (current.step === "ended" || current.step === "failed") return
  }
}

const nextChange = (steps: Pick<CodeSignIn, "subscribe">): Promise<void> =>
  new Promise((resolve) => {
    const stop = steps.subscribe(() => {
      stop()
      resolve()
    })
  })
