import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/** Runs an effect as a promise that rejects with the failure itself. An interruption rejects with the signal's reason. */
export const runToPromise =
  (services: Context.Context<never>) =>
  async <Success>(effect: Effect.Effect<Success, unknown>, signal?: AbortSignal): Promise<Success> => {
    const exit = await Effect.runPromiseExitWith(services)(effect, signal === undefined ? undefined : { signal })
    if (Exit.isSuccess(exit)) return exit.value
    for (const reason of exit.cause.reasons) {
      if (reason._tag === "Fail") throw reason.error
      if (reason._tag === "Die") throw reason.defect
    }
    throw abortReason(signal)
  }

// React Native lacks `DOMException`, and signals of old engines have no `reason`.
const abortReason = (signal: AbortSignal | undefined): unknown =>
  (signal?.aborted === true ? signal.reason : undefined) ??
  Object.assign(new Error("The operation was aborted."), { name: "AbortError" })
