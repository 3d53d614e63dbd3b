import type { AuthError } from "@tve-pass/auth"
import type { AuthenticatedProfile, AuthenticationParameter } from "@tve-pass/client/rest-v2"
import type * as Effect from "effect/Effect"
import type { SignInMethod } from "../machine/entitlement-state.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"

/** A sign-in that a reload or a reboot may interrupt: what `resume` needs. */
export interface PendingSignIn {
  readonly how: Extract<SignInMethod, "redirect" | "code">
  readonly code: string
  readonly sessionId: string
  readonly missing: ReadonlyArray<AuthenticationParameter>
  /** When the code ends, in epoch milliseconds of this device's clock. */
  readonly endsAt: number
  /** Of the code, in milliseconds: what remains is never more, even if the clock was set meanwhile. */
  readonly lifetime: number
  readonly mvpd?: SelectedMvpd
}

/** The last poll of a code: a reload polls on in the same interval (rule 5). */
export interface LastPoll {
  readonly code: string
  /** In epoch milliseconds of this device's clock. */
  readonly startedAt: number
}

/**
 * One record of the storage. A store that fails keeps no viewer from watching: the records are a convenience, the server has the
 * profile. What cannot be read counts as absent, what cannot be written is lost.
 */
export interface StoredRecord<Value> {
  readonly read: Effect.Effect<Value | undefined>
  readonly write: (value: Value) => Effect.Effect<void>
  readonly remove: Effect.Effect<void>
  /** Writes, and fails where the record cannot be kept. */
  readonly writeOrFail: (value: Value) => Effect.Effect<void, AuthError>
}

/** What is kept between visits; the storage's other records, such as client credentials, belong to `@tve-pass/auth`. */
export interface EntitlementRecords {
  /** The profile, until the viewer signs out (M-AUTHN-7). */
  readonly profile: StoredRecord<AuthenticatedProfile>
  /** The selected MVPD (M-CONF-2). */
  readonly selection: StoredRecord<SelectedMvpd>
  /** The sign-in that is running. */
  readonly pending: StoredRecord<PendingSignIn>
  readonly lastPoll: StoredRecord<LastPoll>
}
