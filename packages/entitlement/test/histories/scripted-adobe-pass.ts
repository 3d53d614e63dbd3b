import { AuthError } from "@tve-pass/auth/promise"
import type { EntitlementTransport } from "../../src/options/entitlement-options.ts"
import type { VirtualClock } from "@tve-pass/virtual-clock"
import type { Fault } from "./step.ts"

const origin = "https://sp.auth.adobe.com"
/** Short, so that a history has few polls. */
const lifetime = 18_000

interface Session {
  readonly code: string
  /** On the virtual clock since the beginning, which cannot be set. */
  readonly endsAt: number
  state: "open" | "signed-in" | "refused"
}

/**
 * An Adobe Pass that answers at once and holds nothing but sessions and one profile: ten thousand histories would take the simulator
 * minutes. Watches the requests on the clock that cannot be set.
 */
export class ScriptedAdobePass {
  polls = 0
  /** Polls that no rule allows. */
  readonly wrongPolls: Array<string> = []
  logouts = 0
  readonly #clock: VirtualClock
  readonly #sessions: Array<Session> = []
  readonly #lastPolls = new Map<string, number>()
  readonly #faults: Array<Fault> = []
  #hasProfile = false
  /** Milliseconds by which the wall clock was set back. */
  #setBack = 0
  /** When each code was polled first since the page was loaded. */
  readonly #firstPolls = new Map<string, number>()
  #isClockSet = false
  #isReloaded = false
  #credentialsReplaced: () => void = () => {}

  constructor(clock: VirtualClock) {
    this.#clock = clock
  }

  /** The connection of the auth layer. */
  readonly transport: EntitlementTransport = {
    baseUrl: origin,
    Request,
    suppliedHeaders: ["AP-Device-Identifier", "X-Device-Info", "X-Forwarded-For"],
    fetch: (input) => this.#respond(input as Request),
    on: (type, listener) => {
      if (type !== "credentials-replaced") return () => {}
      // The cast follows from the comparison above.
      this.#credentialsReplaced = () => listener({ type, reason: "invalid_client" } as Parameters<typeof listener>[0])
      return () => (this.#credentialsReplaced = () => {})
    }
  }

  fail(fault: Fault, times: number): void {
    for (let time = 0; time < times; time++) this.#faults.push(fault)
  }

  viewerSignsIn(): void {
    const session = this.#sessions.at(-1)
    if (session?.state === "open") session.state = "signed-in"
  }

  /** A page that was reloaded knows the past by the wall clock only: what a clock that was set hides from it is forgiven. */
  reload(): void {
    this.#isReloaded = true
    this.#firstPolls.clear()
  }

  clockSet(millis: number): void {
    this.#isClockSet = true
    if (millis < 0) this.#setBack -= millis
  }

  refuseCode(): void {
    const session = this.#sessions.at(-1)
    if (session !== undefined) session.state = "refused"
  }

  replaceCredentials(): void {
    this.#hasProfile = false
    for (const session of this.#sessions) session.state = "refused"
    this.#credentialsReplaced()
  }

  async #respond(request: Request): Promise<Response> {
    const path = request.url.slice(origin.length)
    const [, , , , kind = "", detail = "", code = ""] = path.split(/[/?]/)
    if (kind === "profiles" && detail === "code") this.#notePoll(code)
    if (kind === "logout") this.logouts++
    const fault = this.#faults.shift()
    if (fault !== undefined) return this.#faulty(fault, request.signal)
    switch (kind) {
      case "sessions":
        return this.#createSession()
      case "profiles":
        return detail === "code" ? this.#profileForCode(code) : Response.json({ profiles: this.#profiles() })
      default:
        return Response.json({
          decisions: [{ resource: "news", authorized: false, error: error("authenticated_profile_missing") }]
        })
    }
  }

  /** To a reloaded page, a clock that was set back hides that the code has ended. It then polls for one lifetime at most. */
  #isForgiven({ code, endsAt }: Session, at: number): boolean {
    const resumed = this.#firstPolls.get(code) ?? at
    return this.#isReloaded && at < endsAt + this.#setBack && at < resumed + lifetime
  }

  #notePoll(code: string): void {
    const at = this.#clock.elapsed
    const last = this.#lastPolls.get(code)
    if (last !== undefined && at - last < 3_000 && !(this.#isReloaded && this.#isClockSet))
      this.wrongPolls.push(`${code} again after ${at - last} ms`)
    const session = this.#sessions.find((candidate) => candidate.code === code)
    if (session === undefined) this.wrongPolls.push(`${code}, which does not exist`)
    else if (at >= session.endsAt && !this.#isForgiven(session, at))
      this.wrongPolls.push(`${code} ${at - session.endsAt} ms after its end`)
    if (session !== this.#sessions.at(-1)) this.wrongPolls.push(`${code} after a newer code`)
    this.polls++
    if (!this.#firstPolls.has(code)) this.#firstPolls.set(code, at)
    this.#lastPolls.set(code, at)
  }

  #createSession(): Response {
    const code = `CODE${this.#sessions.length}`
    this.#isReloaded = false
    this.#isClockSet = false
    this.#setBack = 0
    this.#sessions.push({ code, endsAt: this.#clock.elapsed + lifetime, state: "open" })
    const now = 1_752_148_106_221 + this.#clock.elapsed
    return Response.json({
      actionName: "authenticate",
      actionType: "interactive",
      reasonType: "none",
      url: `/api/v2/authenticate/REF30/${code}`,
      code,
      sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
      mvpd: "Cablevision",
      serviceProvider: "REF30",
      notBefore: String(now),
      notAfter: String(now + lifetime)
    })
  }

  #profileForCode(code: string): Response {
    const session = this.#sessions.find((candidate) => candidate.code === code)
    if (session?.state === "refused") return Response.json(error("invalid_authentication_session"), { status: 400 })
    if (session?.state !== "signed-in") return Response.json({ profiles: {} })
    this.#hasProfile = true
    return Response.json({ profiles: this.#profiles() })
  }

  #profiles(): object {
    if (!this.#hasProfile) return {}
    return { Cablevision: { issuer: "Cablevision", type: "regular", attributes: {}, notAfter: 4_102_444_800_000 } }
  }

  #faulty(fault: Fault, signal: AbortSignal): Promise<Response> {
    switch (fault) {
      case "offline":
        return Promise.reject(new TypeError("fetch failed"))
      case "hang":
        // Until the platform gives up.
        return new Promise((_resolve, reject) => {
          const cancel = this.#clock.schedule(8_000, () => reject(new TypeError("fetch failed")))
          signal.addEventListener("abort", () => {
            cancel()
            reject(signal.reason)
          })
        })
      case "429":
      case "503":
      case "401":
        return Promise.resolve(new Response("", { status: Number(fault) }))
      case "captive-portal":
        return Promise.resolve(new Response("<html>", { headers: { "content-type": "text/html" } }))
      case "auth-error-that-heals":
        return Promise.reject(
          new AuthError({ reason: { _tag: "DeadlineExceeded", deadline: 60_000, operation: "retrieveAccessToken" } })
        )
      case "auth-error-that-cannot-heal":
        return Promise.reject(
          new AuthError({
            reason: { _tag: "StatementRejected", status: 400, serverCode: "invalid_software_statement" }
          })
        )
    }
  }
}

const error = (code: string) => ({ code, action: "none", status: 400, message: code })
