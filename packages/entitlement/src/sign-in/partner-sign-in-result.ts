import type { SelectedMvpd } from "../mvpds/mvpd.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** The result of a sign-in with a partner framework. */
export type PartnerSignInResult =
  | SignInResult
  /**
   * The framework cannot be used: sign in with another method. If the framework names the `mvpd`, no picker is needed.
   */
  | { readonly kind: "sign-in-otherwise"; readonly because: string; readonly mvpd?: SelectedMvpd }
