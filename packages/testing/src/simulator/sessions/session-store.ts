import type { Session } from "./session.ts"

/** Sessions by code. A new code supersedes the earlier one of the same device and application. */
export interface SessionStore {
  add(session: Session): void
  /** Also an expired session, until it is forgotten. */
  find(code: string): Session | undefined
  readonly size: number
}

const deviceOf = ({ owner }: Session) => `${owner.clientId}\n${owner.device}`

export const createSessionStore = (): SessionStore => {
  // In order of creation, and so of expiry.
  const byCode = new Map<string, Session>()
  const latest = new Map<string, Session>()

  const forgetExpired = (now: number) => {
    for (const [code, session] of byCode) {
      // As long again as it lived, so that the login page can tell an expired code from an unknown one.
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
    get size() {
      return byCode.size
    }
  }
}
