import type { EnhancedError } from "@tve-pass/client"
import type { AuthenticationParameter, AuthenticationSessionDetails, Schemas } from "@tve-pass/client/rest-v2"
import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Cancellable } from "../options/cancellable.ts"
import type { Unsupported } from "../sign-in/sign-in-result.ts"

/**
 * A page, for example on a phone, on which a viewer enters the code that a television shows.
 *
 * Expected outcomes are values. Calls reject as the transport does, or with an `ApiFailure`; `viewerMessage` accepts
 * both.
 */
export interface SecondScreen {
  /**
   * Resolves to the MVPDs that the viewer can select, cached for 3 minutes, without TempPass and test MVPDs. The page
   * sorts and searches them.
   */
  readonly mvpds: (options?: Cancellable) => Promise<ReadonlyArray<SelectableMvpd>>
  /** Checks a code with one call, before a login page opens (R-AUTHN-1). Ignores surrounding white space. */
  readonly enter: (code: string, options?: Cancellable) => Promise<EnteredCode>
}

/** The result of checking a code. */
export type EnteredCode = { readonly kind: "ready"; readonly session: SecondScreenSession } | WrongOrExpired

/** The code is wrong, or has expired. */
export interface WrongOrExpired {
  readonly kind: "wrong-or-expired"
  /** Absent for a code that is empty or cannot be part of an address: it is not sent. */
  readonly failure?: EnhancedError
  /**
   * The code in capital letters without blanks, if the viewer typed it differently. Offer it, but do not enforce it
   * (C-CH-3).
   */
  readonly suggestion?: string
}

/** The authentication session behind a code. */
export interface SecondScreenSession {
  readonly code: string
  /** The television: show its model, so that the viewer recognises it. */
  readonly device: AuthenticationSessionDetails["device"]
  /** The MVPD that was selected on the television; `undefined` if the viewer selects it here. */
  readonly mvpd: string | undefined
  /** The missing parameters of the session. */
  readonly missing: ReadonlyArray<AuthenticationParameter>
  /** End of the code in epoch milliseconds, by the server's clock. */
  readonly notAfter: number | undefined
  /** Supplies the missing parameters with one call, or sends nothing if none is missing. */
  readonly proceed: (choice?: Cancellable & { readonly mvpd?: SelectedMvpd | undefined }) => Promise<SecondScreenStep>
  /** Checks once whether the viewer is signed in on the television, for the page of `redirectUrl`. */
  readonly outcome: (options?: Cancellable) => Promise<"signed-in" | "not-yet" | "ended">
}

/** The next step on the second screen. */
export type SecondScreenStep =
  /** Open the login page in this browser. The television polls, and notices when the viewer has signed in. */
  | { readonly kind: "open"; readonly address: UserAgentAddress }
  /** No login is needed: send the viewer back to the television. */
  | {
      readonly kind: "already-signed-in"
      readonly mvpd: string | undefined
      readonly because: Schemas["SessionReasonType"]
    }
  /** Let the viewer select an MVPD, then call `proceed` with it. */
  | { readonly kind: "missing"; readonly parameters: ReadonlyArray<AuthenticationParameter> }
  /** The MVPD is no longer integrated: let the viewer select another one. */
  | { readonly kind: "integration-removed"; readonly mvpd?: string; readonly failure: EnhancedError }
  | WrongOrExpired
  | Unsupported
