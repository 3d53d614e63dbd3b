import type { Access } from "../access/access.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { EndedSignIn } from "../sign-in/sign-in-result.ts"
import type { SignedOutWhy, SignInMethod } from "./entitlement-state.ts"

/** An event that a flow sends to the state machine. */
export type MachineEvent =
  | { readonly type: "start" }
  | { readonly type: "access-found"; readonly access: Access }
  | { readonly type: "several-profiles"; readonly choices: ReadonlyArray<Access> }
  | { readonly type: "no-profile"; readonly why: "first-visit" | "expired"; readonly remembered?: SelectedMvpd }
  | { readonly type: "sign-in"; readonly how: SignInMethod; readonly mvpd?: SelectedMvpd }
  /** The session response, with the next action. */
  | { readonly type: "session"; readonly actionName: string; readonly code?: string; readonly endsAt?: number }
  /** The user agent reached `redirectUrl`, or was closed. After both, the profile is read. */
  | { readonly type: "user-agent-left" }
  | { readonly type: "polled"; readonly pausedBy?: "throttle" | "network" }
  | { readonly type: "signed-in"; readonly access: Access }
  | { readonly type: "sign-in-ended"; readonly result: EndedSignIn }
  /** The partner framework cannot be used: another sign-in follows. */
  | { readonly type: "partner-unavailable"; readonly remembered?: SelectedMvpd }
  | { readonly type: "sign-out" }
  | { readonly type: "signed-out" }
  | {
      readonly type: "access-lost"
      readonly why: Exclude<SignedOutWhy, "first-visit" | "viewer">
      readonly remembered?: SelectedMvpd
    }
  | { readonly type: "failed"; readonly error: EntitlementError }
