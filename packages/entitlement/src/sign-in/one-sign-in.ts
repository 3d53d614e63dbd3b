import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SignInMethod } from "../machine/entitlement-state.ts"
import type { MachineEvent } from "../machine/machine-event.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { PartnerSignInResult } from "./partner-sign-in-result.ts"
import type { RedirectSignInResult } from "./redirect-sign-in-result.ts"
import type { EndedSignIn, SignInResult } from "./sign-in-result.ts"

/** The result of any kind of sign-in. */
type AnyResult = SignInResult | PartnerSignInResult | RedirectSignInResult

/** The method and MVPD of a sign-in at its start. */
export interface SignInStart {
  readonly how: SignInMethod
  readonly mvpd?: SelectedMvpd | undefined
}

/**
 * Runs a sign-in. A running one first ends with `superseded` (M-AUTHN-5). At the end the state machine receives the
 * result, the error, or `cancelled` after an interruption.
 */
export type RunSignIn = <Result extends AnyResult>(
  start: SignInStart,
  flow: Effect.Effect<Result, EntitlementError>
) => Effect.Effect<Result | EndedSignIn, EntitlementError>

/** The running sign-in of an application. There is at most one. */
export interface OneSignIn {
  readonly run: RunSignIn
  /** Ends the running sign-in with this result, and waits until it has ended. Does nothing if none is running. */
  readonly end: (result: EndedSignIn) => Effect.Effect<void>
}

/** Creates {@link OneSignIn}. */
export const makeOneSignIn = (send: (event: MachineEvent) => void): OneSignIn => {
  let current: { readonly stop: Deferred.Deferred<EndedSignIn>; readonly ended: Deferred.Deferred<void> } | undefined

  const end = (result: EndedSignIn): Effect.Effect<void> =>
    Effect.suspend(() => {
      if (current === undefined) return Effect.void
      // `stop` may run the end synchronously, which clears `current`.
      const { stop, ended } = current
      Deferred.doneUnsafe(stop, Effect.succeed(result))
      return Deferred.await(ended)
    })

  const run: RunSignIn = (start, flow) =>
    Effect.uninterruptibleMask((restore) =>
      Effect.suspend(() => {
        // Several sign-ins may have waited for the same one to end. The first of them runs, and the next one supersedes
        // it.
        if (current !== undefined) {
          return Effect.andThen(restore(end({ kind: "code-ended", why: "superseded" })), run(start, flow))
        }
        const mine = (current = { stop: Deferred.makeUnsafe<EndedSignIn>(), ended: Deferred.makeUnsafe<void>() })
        send({ type: "sign-in", how: start.how, ...(start.mvpd && { mvpd: start.mvpd }) })
        return restore(Effect.raceFirst(flow, Deferred.await(mine.stop))).pipe(
          Effect.onExit((exit) =>
            Effect.sync(() => {
              for (const event of eventsOf(exit)) send(event)
              current = undefined
              Deferred.doneUnsafe(mine.ended, Effect.void)
            })
          )
        )
      })
    )
  return { run, end }
}

const eventsOf = (exit: Exit.Exit<AnyResult | EndedSignIn, EntitlementError>): ReadonlyArray<MachineEvent> => {
  if (Exit.isSuccess(exit)) return eventsOfResult(exit.value)
  for (const reason of exit.cause.reasons) if (reason._tag === "Fail") return [{ type: "failed", error: reason.error }]
  return [{ type: "sign-in-ended", result: { kind: "cancelled" } }]
}

const eventsOfResult = (result: AnyResult): ReadonlyArray<MachineEvent> => {
  switch (result.kind) {
    case "signed-in":
      return [{ type: "signed-in", access: result.access }]
    case "redirect":
      // The browser leaves this page; the page of `redirectUrl` calls `resume`.
      return []
    case "sign-in-otherwise":
      return [{ type: "partner-unavailable", ...(result.mvpd && { remembered: result.mvpd }) }]
    default:
      return [{ type: "sign-in-ended", result }]
  }
}
