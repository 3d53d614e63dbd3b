import type { ProfileOwner } from "../profiles/stored-profile.ts"
import type { SingleSignOnIdentity } from "../single-sign-on/identity.ts"

/** An authentication session and its code (docs/protocol/flows.md section 7). */
export interface Session {
  readonly code: string
  readonly sessionId: string
  /** The device and application that created it, and that will own the profile. */
  readonly owner: ProfileOwner
  /** Identities the creating call presented: who else may use the profile. */
  readonly identities: readonly SingleSignOnIdentity[]
  parameters: SessionParameters
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  notAfter: number
  state: "waiting" | "signedIn" | "declined"
  /** When its owner polled last. */
  lastPoll: number | undefined
  /** Headers that describe the streaming device, for operation 4. */
  readonly device: SessionDevice
}

export interface SessionParameters {
  readonly mvpd: string | undefined
  readonly domainName: string | undefined
  readonly redirectUrl: string | undefined
}

export interface SessionDevice {
  /** Value of X-Device-Info. */
  readonly deviceInfo: string | null
  readonly userAgent: string | null
  readonly address: string
}

/** A session that has all it needs to be authenticated. */
export type CompleteParameters = { readonly [Name in keyof SessionParameters]: string }

export const isComplete = (parameters: SessionParameters): parameters is CompleteParameters =>
  parameters.mvpd !== undefined && parameters.domainName !== undefined && parameters.redirectUrl !== undefined
