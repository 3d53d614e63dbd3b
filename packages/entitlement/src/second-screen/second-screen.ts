import type { EnhancedError } from "@tve-pass/client"
import type { AuthenticationParameter, AuthenticationSessionDetails, Schemas } from "@tve-pass/client/rest-v2"
import type { UserAgentAddress } from "../access/user-agent-address.ts"
import type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
import type { Cancellable } from "../options/cancellable.ts"
import type { Unsupported } from "../sign-in/sign-in-result.ts"

/**
 * A page, on a phone for example, on which a viewer enters the code that a television shows. It has no profile, no player
 * and no code of its own.
 *
 * What is expected is a value. Calls reject as the transport does, or with an `ApiFailure`; `viewerMessage` reads both.
 */
export interface SecondScreen {
  /** The MVPDs to select from, cached. TempPass and test MVPDs are left out; order and search are the application's. */
  readonly mvpds: (options?: Cancellable) => Promise<ReadonlyArray<SelectableMvpd>>
  /** Checks a code with one call before anything opens (R-AUTHN-1). Surrounding white space is removed. */
  readonly enter: (code: string, options?: Cancellable) => Promise<EnteredCode>
}

/** What a code turned out to be. */
export type EnteredCode = { readonly kind: "ready"; readonly session: SecondScreenSession } | WrongOrExpired

/** The server does not know the code, or no longer. */
export interface WrongOrExpired {
  readonly kind: "wrong-or-expired"
  /** Absent for an empty code, which is not sent. */
  readonly failure?: EnhancedError
  /** The code in the usual spelling, if the viewer typed another one: offer it, do not insist (C-CH-3). */
  readonly suggestion?: string
}

/** The authentication session behind a code. */
export interface SecondScreenSession {
  readonly code: string
  /** The television: show its model, so that the viewer recognises it. */
  readonly device: AuthenticationSessionDetails["device"]
  /** The MVPD that was selected on the television; `undefined` if the viewer selects it here. */
  readonly mvpd: string | undefined
  /** What the session still lacks. */
  readonly missing: ReadonlyArray<AuthenticationParameter>
  /** End of the code in epoch milliseconds, by the server's clock. */
  readonly notAfter: number | undefined
  /** Supplies what the session lacks with one call, or with none if it lacks nothing. */
  readonly proceed: (choice?: Cancellable & { readonly mvpd?: SelectedMvpd | undefined }) => Promise<SecondScreenStep>
  /** Looks once whether the viewer is signed in on the television: for the page of `redirectUrl`. */
  readonly outcome: (options?: Cancellable) => Promise<"signed-in" | "not-yet" | "ended">
}

/** What comes next on the second screen. */
export type SecondScreenStep =
  /** Open the login page in this browser. The television notices by itself when the viewer has signed in. */
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
