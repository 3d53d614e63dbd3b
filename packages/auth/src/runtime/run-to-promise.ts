import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/**
 * Runs an effect as a promise that rejects with the failure itself, as `fetch` would. An interruption rejects with the
 * signal's reason, or with an `AbortError` if it came from elsewhere (rule 20).
 */
export const runToPromise =
  <Requirements>(context: Context.Context<Requirements>) =>
  async <Success>(effect: Effect.Effect<Success, unknown, Requirements>, signal?: AbortSignal): Promise<Success> => {
    const exit = await Effect.runPromiseExitWith(context)(effect, signal === undefined ? undefined : { signal })
    if (Exit.isSuccess(exit)) return exit.value
    for (const reason of exit.cause.reasons) {
      if (reason._tag === "Fail") throw reason.error
      if (reason._tag === "Die") throw reason.defect
    }
    throw abortReason(signal)
  }

// Not a `DOMException`, which React Native lacks; old engines know no reason.
const abortReason = (signal: AbortSignal | undefined): unknown =>
  (signal?.aborted === true ? signal.reason : undefined) ??
  Object.assign(new Error("The operation was aborted."), { name: "AbortError" })
