import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** How a sign-in by redirect began, or that there is nothing to log in to. */
export type RedirectSignInResult =
  /** Go there with the whole page; the page of `redirectUrl` calls `resume`. */
  { readonly kind: "redirect"; readonly address: UserAgentAddress } | SignInResult
