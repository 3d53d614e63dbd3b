import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** How a sign-in with a partner framework ended. */
export type PartnerSignInResult =
  | SignInResult
  /** The framework cannot be used: sign in with another method. `mvpd` is known from the framework and skips the picker. */
  | { readonly kind: "sign-in-otherwise"; readonly because: string; readonly mvpd?: SelectedMvpd }
