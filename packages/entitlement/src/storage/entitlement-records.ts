import type { AuthError } from "@tve-pass/auth"
import type { AuthenticatedProfile, AuthenticationParameter } from "@tve-pass/client/rest-v2"
import type * as Effect from "effect/Effect"
import type { SignInMethod } from "../machine/entitlement-state.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"

/** A sign-in that a reload or a reboot may interrupt, with the data that `resume` needs. */
export interface PendingSignIn {
  readonly how: Extract<SignInMethod, "redirect" | "code">
  readonly code: string
  readonly sessionId: string
  readonly missing: ReadonlyArray<AuthenticationParameter>
  /** When the code ends, in epoch milliseconds of this device's clock. */
  readonly endsAt: number
  /** The lifetime of the code in milliseconds. The remaining time is never longer, even if the clock was changed. */
  readonly lifetime: number
  readonly mvpd?: SelectedMvpd
}

/** The last poll of a code. After a reload, polling continues at the same interval (rule 5, polling interval). */
export interface LastPoll {
  readonly code: string
  /** In epoch milliseconds of this device's clock. */
  readonly startedAt: number
}

/**
 * One record of the storage. A failing store does not prevent viewers from watching, because the server has the
 * profile: an unreadable record counts as absent, and a failed write is ignored.
 */
export interface StoredRecord<Value> {
  readonly read: Effect.Effect<Value | undefined>
  /** Returns whether the store has no record. Returns `false` if the store fails. */
  readonly isAbsent: Effect.Effect<boolean>
  readonly write: (value: Value) => Effect.Effect<void>
  readonly remove: Effect.Effect<void>
  /** Writes the record, and fails if the store fails. */
  readonly writeOrFail: (value: Value) => Effect.Effect<void, AuthError>
}

/**
 * The records that last between visits. Other records of the storage, such as client credentials, belong to
 * `@tve-pass/auth`.
 */
export interface EntitlementRecords {
  /** The profile, until the viewer signs out (M-AUTHN-7). */
  readonly profile: StoredRecord<AuthenticatedProfile>
  /** The selected MVPD (M-CONF-2). */
  readonly selection: StoredRecord<SelectedMvpd>
  /** The running sign-in. */
  readonly pending: StoredRecord<PendingSignIn>
  readonly lastPoll: StoredRecord<LastPoll>
}
