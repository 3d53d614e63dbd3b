import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** The address of a sign-in by redirect, or the result if no login is needed. */
export type RedirectSignInResult =
  /** Open the address in the whole page. The page of `redirectUrl` calls `resume`. */
  { readonly kind: "redirect"; readonly address: UserAgentAddress } | SignInResult
