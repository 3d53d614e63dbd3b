import type { ProfileOwner } from "./profiles.ts"
import type { Random } from "./random.ts"
import type { SingleSignOnIdentity } from "./single-sign-on-profiles.ts"

/** Upper-case letters and digits, without look-alikes (I, O, 0, 1). */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

const form = /^[A-Z0-9]{6,7}$/

/** Returns an unused code of seven characters, as in most samples. */
export const drawCode = (random: Random, isTaken: (code: string) => boolean): string => {
  let code = random.string(alphabet, 7)
  while (isTaken(code)) code = random.string(alphabet, 7)
  return code
}

/** Returns whether a string has the format of a code. */
export const hasCodeFormat = (text: string): boolean => form.test(text)

/** An authentication session and its code (docs/protocol/flows.md section 7). */
export interface Session {
  readonly code: string
  readonly sessionId: string
  /** The device and application that created the session and will own the profile. */
  readonly owner: ProfileOwner
  /** The identities of the call that created the session, which may use the profile too. */
  readonly identities: ReadonlyArray<SingleSignOnIdentity>
  parameters: SessionParameters
  /** Milliseconds since the epoch. */
  readonly notBefore: number
  notAfter: number
  state: "waiting" | "signedIn" | "declined"
  /** The time of the owner's last poll. */
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

/** The parameters of a session that is ready for authentication. */
export type CompleteParameters = { readonly [Name in keyof SessionParameters]: string }

export const isComplete = (parameters: SessionParameters): parameters is CompleteParameters =>
  parameters.mvpd !== undefined && parameters.domainName !== undefined && parameters.redirectUrl !== undefined

/** Sessions by code. A new code supersedes the earlier one of the same device and application. */
export interface SessionStore {
  add(session: Session): void
  /** Returns a session, including an expired one until it is dropped. */
  find(code: string): Session | undefined
  all(): ReadonlyArray<Session>
  readonly size: number
}

const deviceOf = ({ owner }: Session) => `${owner.clientId}\n${owner.device}`

export const createSessionStore = (): SessionStore => {
  // In order of creation, which is the order of expiry.
  const byCode = new Map<string, Session>()
  const latest = new Map<string, Session>()

  const forgetExpired = (now: number) => {
    for (const [code, session] of byCode) {
      // Expired sessions are kept for their lifetime again, so that the login page can distinguish an expired code from
      // an unknown one.
      if (session.notAfter + (session.notAfter - session.notBefore) > now) return
      byCode.delete(code)
      if (latest.get(deviceOf(session)) === session) latest.delete(deviceOf(session))
    }
  }

  return {
    add: (session) => {
      forgetExpired(session.notBefore)
      const earlier = latest.get(deviceOf(session))
      if (earlier !== undefined && earlier.notAfter > session.notBefore) earlier.notAfter = session.notBefore
      byCode.set(session.code, session)
      latest.set(deviceOf(session), session)
    },
    find: (code) => byCode.get(code),
    all: () => [...byCode.values()],
    get size() {
      return byCode.size
    }
  }
}
