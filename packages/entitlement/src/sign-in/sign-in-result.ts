import type { EnhancedError } from "@tve-pass/client"
import type { Access } from "../access/access.ts"

/** How a sign-in ended. Each is expected, so none is an error. */
export type SignInResult = { readonly kind: "signed-in"; readonly access: Access } | EndedSignIn

/** A sign-in that ended without access. */
export type EndedSignIn =
  | { readonly kind: "cancelled" }
  /** The code is of no use any more: its time is up, another code took its place, or the server refused it. */
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

/** The protocol has grown: the application needs an update. */
export interface Unsupported {
  readonly kind: "unsupported"
  /** Which member of the response. */
  readonly member: string
  /** Its value. */
  readonly value: string
  readonly sessionId?: string
}
