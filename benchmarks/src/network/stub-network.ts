import type { Network } from "../contestant.ts"
import { configuration, type IssuedToken } from "./documents.ts"
import { endpointAt, type RequestKind } from "./endpoints.ts"

/** A host that resolves nowhere: what got past the stub would fail instead of reaching anybody. */
const origin = "https://adobe-pass.invalid"
const apiPrefix = `${origin}/api/`

/** The token of whoever is measured without a contestant. */
export const staticToken = "static"

export interface StubOptions {
  /** Of access tokens, in seconds. Default: 6 hours, as documented. */
  readonly lifetime?: number
  /** Answers without a turn of the event loop, so that nothing but the contestant takes time. */
  readonly atOnce?: boolean
  /** Asked before anything but discovery is answered; its answer counts instead. */
  readonly gate?: () => Promise<Response | undefined>
}

export interface StubNetwork extends Network {
  readonly count: (kind: RequestKind) => number
  /** When the requests of the API arrived, by `performance.now`. */
  readonly arrivals: ReadonlyArray<number>
  /** Statuses of the API, in the order of the answers. */
  readonly statuses: ReadonlyArray<number>
  /** No token that was issued so far is accepted any more. */
  readonly revokeTokens: () => void
  /** Token calls get no answer until the function it yields is called. */
  readonly holdTokens: () => () => void
}

/** An Adobe Pass of counters: an authorization server and an API behind a `fetch`, on no wire. */
export const createStubNetwork = ({ lifetime = 21_600, atOnce = false, gate }: StubOptions = {}): StubNetwork => {
  const counts = { register: 0, token: 0, discovery: 0, api: 0 }
  const arrivals: Array<number> = []
  const statuses: Array<number> = []
  const accepted = new Set([staticToken])
  let issued = 0
  let tokensHeld: Promise<void> = Promise.resolve()

  const issue = (): IssuedToken => {
    const token = `token${++issued}`
    accepted.add(token)
    return { token, lifetime }
  }
  const server = { origin, issue, registered: () => counts.register }

  const answerApi = (request: Request): Response => {
    const bearer = /^(?:bearer|token) (.*)$/i.exec(request.headers.get("Authorization") ?? "")?.[1]
    if (bearer === undefined || !accepted.has(bearer)) return new Response(null, { status: 401 })
    return new Response(configuration, { headers: { "Content-Type": "application/json" } })
  }

  const answerInTurn = async (request: Request): Promise<Response> => {
    const isApi = request.url.startsWith(apiPrefix)
    const endpoint = endpointAt(new URL(request.url).pathname)
    const kind = isApi ? "api" : endpoint.kind
    counts[kind]++
    if (isApi) arrivals.push(performance.now())
    await nextTurn()
    if (kind === "token") await tokensHeld
    const response =
      (kind === "discovery" ? undefined : await gate?.()) ?? (isApi ? answerApi(request) : endpoint.answer(server))
    if (isApi) statuses.push(response.status)
    return response
  }

  return {
    origin,
    fetch: (input, init) => {
      // Boundary: a member that is undefined is as good as none, and a body is what the platform takes.
      const request = new Request(input, init as RequestInit)
      if (atOnce && request.url.startsWith(apiPrefix)) return Promise.resolve(answerApi(request))
      return abortable(request.signal, answerInTurn(request))
    },
    count: (kind) => counts[kind],
    arrivals,
    statuses,
    revokeTokens: () => accepted.clear(),
    holdTokens: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      tokensHeld = promise
      return resolve
    }
  }
}

/** Whatever is due has happened, timers aside. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** As the platform's `fetch`: rejects with the reason when the signal aborts. */
const abortable = (signal: AbortSignal, response: Promise<Response>): Promise<Response> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
    response.then(resolve, reject)
  })
