import * as Effect from "effect/Effect"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { PendingSignIn } from "../storage/entitlement-records.ts"
import type { SignInResult } from "./sign-in-result.ts"
import { orIntegrationRemoved } from "./branch.ts"
import { followPoller } from "./follow-poller.ts"
import { forgetting, pollPending, type CodeSignInPorts } from "./pending-code.ts"
import { newCode } from "./sign-in-with-code.ts"

/**
 * Reads the sign-in that a redirect, a reload or a reboot interrupted. Succeeds with `undefined` if there is none or
 * its code has ended.
 */
export const readPending = ({ records, clock }: EntitlementContext): Effect.Effect<PendingSignIn | undefined> =>
  Effect.gen(function* () {
    const pending = yield* records.pending.read
    if (pending === undefined || pending.endsAt > clock.currentTimeMillisUnsafe()) return pending
    yield* records.pending.remove
    return undefined
  })

/**
 * Continues an interrupted sign-in and polls its code immediately. A sign-in by redirect is resumed on the page of
 * `redirectUrl`, where polling may start (M-AUTHN-1).
 *
 * Source: docs/protocol/flows.md, sections 4 and 5.
 */
export const resume = (
  context: EntitlementContext,
  pending: PendingSignIn,
  ports: CodeSignInPorts
): Effect.Effect<SignInResult, EntitlementError> => {
  const { how, mvpd, code, endsAt } = pending
  const polling: Effect.Effect<SignInResult, EntitlementError> = Effect.suspend(() => {
    context.send({ type: "session", actionName: "authenticate", code, endsAt })
    if (how === "redirect") context.send({ type: "user-agent-left" })
    // A sign-in by redirect shows no code to renew.
    return pollPending(context, pending, ports, how === "code" ? newCode(context, mvpd, ports) : polling)
  })
  const { meanwhile, takeOver } = followPoller(context, mvpd, ports, polling)
  const flow = context.tabs.asPoller({
    // The record again: a page that resumes twice has removed it with the end of the first.
    first: forgetting(context, Effect.andThen(context.records.pending.write(pending), polling)),
    meanwhile,
    takeOver: forgetting(context, takeOver)
  })
  return context.runSignIn({ how, mvpd }, orIntegrationRemoved(context, flow, mvpd?.id))
}
