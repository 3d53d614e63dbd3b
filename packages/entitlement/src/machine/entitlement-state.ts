import type { Access } from "../access/access.ts"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { EndedSignIn } from "../sign-in/sign-in-result.ts"

/** The state of the viewer. No member depends on the current time. */
export type EntitlementState =
  /** No request was sent yet. This is not the same as signed out. */
  | { readonly name: "unknown" }
  | { readonly name: "starting" }
  | { readonly name: "choosing-profile"; readonly choices: ReadonlyArray<Access> }
  | SignedOut
  | SigningIn
  | { readonly name: "sign-in-ended"; readonly result: EndedSignIn; readonly remembered?: SelectedMvpd }
  | { readonly name: "signed-in"; readonly access: Access }
  /** If it fails, the viewer is `signed-in` again, with the access that the state has. */
  | { readonly name: "signing-out"; readonly access?: Access }
  | {
      readonly name: "failed"
      readonly during: "starting" | "signing-in" | "signing-out"
      readonly error: EntitlementError
    }

/** No viewer is signed in. */
export interface SignedOut {
  readonly name: "signed-out"
  readonly why: SignedOutWhy
  /** The MVPD of the last sign-in: offer it first. */
  readonly remembered?: SelectedMvpd
}

/** The reason why no viewer is signed in. `elsewhere`: the viewer signed out in another tab. */
export type SignedOutWhy = "first-visit" | "expired" | "invalidated" | "viewer" | "elsewhere" | "credentials-replaced"

/** A sign-in is running. */
export interface SigningIn {
  readonly name: "signing-in"
  readonly how: SignInMethod
  readonly step: "session" | "user-agent" | "code" | "confirming" | "partner"
  readonly mvpd?: SelectedMvpd
  readonly code?: string
  /** When the code ends, in epoch milliseconds of this device's clock. */
  readonly endsAt?: number
  readonly polls: number
  readonly pausedBy?: "throttle" | "network"
}

/** The method of a sign-in: on this screen, by redirect, by code, or with a partner framework. */
export type SignInMethod = "here" | "redirect" | "code" | "partner"
