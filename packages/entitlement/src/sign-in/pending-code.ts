import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import { monotonicMillis } from "../context/monotonic-millis.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { PendingSignIn } from "../storage/entitlement-records.ts"
import type { CodeStep, ShowingCode } from "./code-sign-in.ts"
import { poll } from "./poll.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** The callbacks of a sign-in by code. */
export interface CodeSignInPorts {
  /** Receives each step except the last. */
  readonly onStep: (step: CodeStep) => void
  /** Succeeds each time the caller requests another code. */
  readonly nextRenewal: Effect.Effect<void>
}

/**
 * Shows and polls the code of a record until the code ends, the caller requests another code (with `renewed`), or
 * another tab has stored another code.
 */
export const pollPending = (
  context: EntitlementContext,
  pending: PendingSignIn,
  ports: CodeSignInPorts,
  renewed: Effect.Effect<SignInResult, EntitlementError>
): Effect.Effect<SignInResult, EntitlementError> => {
  const { code, endsAt } = pending
  const shown = shownCode(pending)
  let polls = 0
  ports.onStep(shown)
  const polling = poll(context, { code, endsAt, deadline: deadlineOf(context, pending) }, (polled) =>
    ports.onStep({ ...shown, ...polled, polls: ++polls })
  )
  return polling.pipe(
    Effect.raceFirst(Effect.as(ports.nextRenewal, "renewal" as const)),
    Effect.raceFirst(Effect.map(nextOtherCode(context, code), (other) => ({ other }))),
    Effect.flatMap((result) => {
      if (result === "renewal") return renewed
      return "other" in result ? pollPending(context, result.other, ports, renewed) : Effect.succeed(result)
    })
  )
}

/** Returns the end of the code of a record, on the monotonic clock: from memory, otherwise from the record. */
const deadlineOf = ({ clock, lastPoll }: EntitlementContext, { code, endsAt, lifetime }: PendingSignIn): number => {
  const recorded = monotonicMillis(clock) + Math.min(lifetime, endsAt - clock.currentTimeMillisUnsafe())
  return lastPoll.current?.code === code ? Math.min(lastPoll.current.deadline, recorded) : recorded
}

/** Creates the step that shows the code of a record. */
export const shownCode = ({ code, sessionId, endsAt, missing }: PendingSignIn): ShowingCode => ({
  step: "showing-code",
  code,
  sessionId,
  endsAt,
  missing,
  polls: 0
})

/** Succeeds when another tab has stored another code. */
const nextOtherCode = (context: EntitlementContext, code: string): Effect.Effect<PendingSignIn> =>
  Effect.gen(function* () {
    for (;;) {
      yield* nextChange(context)
      const pending = yield* context.records.pending.read
      if (pending !== undefined && pending.code !== code) return pending
    }
  })

/** Succeeds when another tab has changed the records. */
export const nextChange = ({ tabs }: EntitlementContext): Effect.Effect<void> =>
  Effect.callback((resume) => {
    const stop = tabs.onChange(() => resume(Effect.void))
    return Effect.sync(stop)
  })

/** Removes the record of the sign-in after any outcome, and informs the other tabs. */
export const forgetting = <Result>(
  { records, tabs }: EntitlementContext,
  flow: Effect.Effect<Result, EntitlementError>
): Effect.Effect<Result, EntitlementError> =>
  Effect.ensuring(flow, Effect.andThen(records.pending.remove, Effect.sync(tabs.announce)))
