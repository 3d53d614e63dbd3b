import type { AuthenticationParameter } from "@tve-pass/client/rest-v2"
import type { EntitlementError } from "../errors/entitlement-error.ts"
import type { ReadableStore } from "../state/readable-store.ts"
import type { SignInResult } from "./sign-in-result.ts"

/** A step of a sign-in by code, as plain data. */
export type CodeStep =
  | { readonly step: "requesting-code" }
  | ShowingCode
  | { readonly step: "ended"; readonly result: SignInResult }
  /** The sign-in failed; `result` rejects with the same error. */
  | { readonly step: "failed"; readonly error: EntitlementError }

/** Show the code. A new step follows each poll. */
export interface ShowingCode {
  readonly step: "showing-code"
  /** The code to show, without changes. */
  readonly code: string
  /** For support tickets at Adobe. */
  readonly sessionId: string
  /** When the code ends, in epoch milliseconds of this device's clock. */
  readonly endsAt: number
  /** Parameters that the second screen has to supply; empty if only the login is missing. */
  readonly missing: ReadonlyArray<AuthenticationParameter>
  /** The number of polls so far. */
  readonly polls: number
  /** When the next poll starts, in epoch milliseconds of this device's clock; absent before the first. */
  readonly nextPollAt?: number
  /** Why the last poll got no usable response. Polling continues. */
  readonly pausedBy?: "throttle" | "network"
}

/** A sign-in by code that is running: a store of its newest step, an iterable of its steps, and a promise of its result. */
export interface CodeSignIn extends AsyncIterable<CodeStep>, ReadableStore<CodeStep> {
  /** The result. Always settles; rejects with an `EntitlementError` if the sign-in failed. */
  readonly result: Promise<SignInResult>
  /** Stops polling; `result` resolves to `cancelled`. The code stays valid at Adobe Pass until it ends. */
  readonly cancel: () => void
  /** Requests another code. Polling of the earlier code ends before the request is sent (M-AUTHN-5). */
  readonly renew: () => void
}
