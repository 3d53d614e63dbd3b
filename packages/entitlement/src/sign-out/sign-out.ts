import { readLogouts, type PendingLogout } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import { saysNoProfile } from "../access/says-no-profile.ts"
import { userAgentAddress } from "../access/user-agent-address.ts"
import type { EntitlementContext } from "../context/entitlement-context.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import { invalid } from "../options/resolve-options.ts"
import type { SignOutStep, ViewerRequest } from "./sign-out-step.ts"

/** Signs out of the viewer's MVPD. */
export type SignOut = (request: ViewerRequest) => Effect.Effect<ReadonlyArray<SignOutStep>, EntitlementError>

/**
 * Creates the sign-out of a context. A pending sign-in is cancelled first, and its code is removed. Then the call
 * deletes the profile at Adobe Pass, and the application removes its profile and permits. The MVPD of the last sign-in is
 * kept.
 *
 * If the call fails, profile and permits are kept: the viewer stays signed in and can retry. If the server has deleted the
 * profile but its response was lost, the next decision finds out.
 *
 * Source: docs/protocol/flows.md section 10, docs/protocol/rest-api-v2.md section 13.
 */
export const makeSignOut = (context: EntitlementContext): SignOut => {
  // Two clicks share one sign-out. It continues if its caller is interrupted, because an incomplete one would not sign
  // the viewer out.
  const shared = context.sharedCall<ReadonlyArray<SignOutStep>, EntitlementError>()
  return (request) =>
    // Checked at run time too, for callers without types: only the viewer signs out (R-LOG-1).
    request?.because === "the viewer asked"
      ? shared(signOut(context))
      : Effect.fail(invalid("because", 'pass "the viewer asked", from an event of the viewer only'))
}

const signOut = (context: EntitlementContext): Effect.Effect<ReadonlyArray<SignOutStep>, EntitlementError> =>
  Effect.gen(function* () {
    yield* context.cancelSignIn
    yield* context.records.pending.remove
    // The server may have a profile that the state does not know, for example before `start`.
    const mvpd =
      context.currentAccess()?.mvpd.id ?? (yield* context.records.profile.read)?.mvpd ?? (yield* context.remembered)?.id
    context.send({ type: "sign-out" })
    const steps = mvpd === undefined ? [] : yield* askSignOut(context, mvpd)
    // A sign-in that has begun and ended meanwhile has another profile.
    if (context.state.getSnapshot().name !== "signed-in") yield* context.forgetAccess
    context.send({ type: "signed-out" })
    return steps
  }).pipe(
    Effect.catch((error) => {
      context.send({ type: "failed", error })
      return Effect.fail(error)
    })
  )

/** Sends one logout call and returns the remaining steps. */
export const askSignOut = (
  context: Pick<EntitlementContext, "call" | "restV2" | "options" | "origin" | "events">,
  mvpd: string
): Effect.Effect<ReadonlyArray<SignOutStep>, EntitlementError> => {
  const { call, restV2, options, origin, events } = context
  const { serviceProvider, redirectUrl } = options
  return call("initiateLogout", (init) =>
    restV2.GET("/api/v2/{serviceProvider}/logout/{mvpd}", {
      params: { path: { serviceProvider, mvpd }, query: { redirectUrl } },
      ...init
    })
  ).pipe(
    Effect.map((response) => {
      const steps = readLogouts(response, origin).map(signOutStepOf)
      for (const step of steps) {
        if (step.kind !== "unsupported") continue
        const { member, value } = step
        events.publish({ type: "unknown-value", operation: "initiateLogout", member, value })
      }
      return steps
    }),
    Effect.catch((error) =>
      saysNoProfile(error)
        ? Effect.succeed<ReadonlyArray<SignOutStep>>([{ kind: "nothing", mvpd, because: "no-profile" }])
        : Effect.fail(error)
    )
  )
}

/** Returns the step of an entry of the logout response (M-LOG-2). */
export const signOutStepOf = ({ mvpd, actionName, url }: PendingLogout): SignOutStep => {
  switch (actionName) {
    case "logout":
      return url === undefined
        ? { kind: "unsupported", mvpd, member: "url", value: "" }
        : { kind: "open", mvpd, address: userAgentAddress(url) }
    case "partner_logout":
      return { kind: "system-settings", mvpd, paths: systemSettings }
    case "complete":
      return { kind: "nothing", mvpd, because: "complete" }
    case "invalid":
      return { kind: "nothing", mvpd, because: "no-profile" }
    default:
      return { kind: "unsupported", mvpd, member: "actionName", value: actionName }
  }
}

const systemSettings = { iOS: "Settings > TV Provider", tvOS: "Settings > Accounts > TV Provider" } as const
