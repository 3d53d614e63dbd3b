import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { ManagementError } from "./management-error.ts"

/** Options of a call that can be cancelled: it rejects with the reason of an aborted signal. */
export interface Cancellable {
  readonly signal?: AbortSignal
}

/** Runs an effect as a promise that rejects with the `ManagementError` itself. */
export const runToPromise = async <Success>(
  effect: Effect.Effect<Success, ManagementError>,
  { signal }: Cancellable = {}
): Promise<Success> => {
  const exit = await Effect.runPromiseExit(effect, signal === undefined ? undefined : { signal })
  if (Exit.isSuccess(exit)) return exit.value
  for (const reason of exit.cause.reasons) {
    if (reason._tag === "Fail") throw reason.error
    if (reason._tag === "Die") throw reason.defect
  }
  throw signal?.reason
}
