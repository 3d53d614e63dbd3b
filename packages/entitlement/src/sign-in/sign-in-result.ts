import type { EnhancedError } from "@tve-pass/client"
import type { Access } from "../access/access.ts"

/** The result of a sign-in. Each is an expected outcome and not an error. */
export type SignInResult = { readonly kind: "signed-in"; readonly access: Access } | EndedSignIn

/** A sign-in that ended without access. */
export type EndedSignIn =
  | { readonly kind: "cancelled" }
  /** The code has ended: it expired, another code superseded it, or the server refused it. */
  | {
      readonly kind: "code-ended"
      readonly why: "expired" | "superseded" | "refused"
      readonly failure?: EnhancedError
    }
  /** The user agent was closed before it reached `redirectUrl`, and there was no profile. */
  | { readonly kind: "not-finished" }
  /** The MVPD is no longer integrated: let the viewer select again. */
  | { readonly kind: "integration-removed"; readonly mvpd?: string; readonly failure: EnhancedError }
  | Unsupported

/** A later protocol version uses an unknown value: the application needs an update. */
export interface Unsupported {
  readonly kind: "unsupported"
  /** The member of the response. */
  readonly member: string
  /** The unknown value. */
  readonly value: string
  readonly sessionId?: string
}
