import type { Network } from "../contestant.ts"
import { configuration, endpointAt, type IssuedToken, type RequestKind } from "./endpoints.ts"

/** A host that resolves nowhere: a request that bypasses the stub fails. */
const origin = "https://adobe-pass.invalid"
const apiPrefix = `${origin}/api/`

/** A token that the stub accepts although it did not issue it. */
export const staticToken = "static"

export interface StubOptions {
  /** Of access tokens, in seconds. Default: 6 hours, as documented. */
  readonly lifetime?: number
  /** Characters of an access token. Default: a few. */
  readonly tokenLength?: number
  /** Whether the API responds without a turn of the event loop, so that only the library takes time. */
  readonly atOnce?: boolean
  /** Called before each response except discovery; a response that it returns is sent instead. */
  readonly gate?: () => Promise<Response | undefined>
}

export interface StubNetwork extends Network {
  readonly count: (kind: RequestKind) => number
  /** When the requests to the API arrived, by `performance.now`. */
  readonly arrivals: ReadonlyArray<number>
  /** Refuses all tokens issued so far. */
  readonly revokeTokens: () => void
  /** Holds the responses of token calls until the returned function is called. */
  readonly holdTokens: () => () => void
}

/** A counting Adobe Pass: an authorization server and an API behind a `fetch`. */
export const createStubNetwork = ({
  lifetime = 21_600,
  tokenLength = 0,
  atOnce = false,
  gate
}: StubOptions = {}): StubNetwork => {
  const counts = { register: 0, token: 0, discovery: 0, api: 0 }
  const arrivals: Array<number> = []
  const accepted = new Set([staticToken])
  let issued = 0
  let tokensHeld: Promise<void> = Promise.resolve()

  const issue = (): IssuedToken => {
    const token = `token${++issued}`.padEnd(tokenLength, "x")
    accepted.add(token)
    return { token, lifetime }
  }
  const server = { origin, issue, registered: () => counts.register }

  const respondApi = (request: Request): Response => {
    const bearer = /^(?:bearer|token) (.*)$/i.exec(request.headers.get("Authorization") ?? "")?.[1]
    if (bearer === undefined || !accepted.has(bearer)) return new Response(null, { status: 401 })
    return new Response(configuration, { headers: { "Content-Type": "application/json" } })
  }

  const respondLater = async (request: Request): Promise<Response> => {
    const isApi = request.url.startsWith(apiPrefix)
    const endpoint = endpointAt(new URL(request.url).pathname)
    const kind = isApi ? "api" : endpoint.kind
    counts[kind]++
    if (isApi) arrivals.push(performance.now())
    await nextTurn()
    if (kind === "token") await tokensHeld
    const refusal = kind === "discovery" ? undefined : await gate?.()
    return refusal ?? (isApi ? respondApi(request) : endpoint.respond(server))
  }

  return {
    origin,
    fetch: (input, init) => {
      // Boundary: an undefined member counts as absent, and the platform takes the body.
      const request = new Request(input, init as RequestInit)
      if (atOnce && request.url.startsWith(apiPrefix)) return Promise.resolve(respondApi(request))
      return abortable(request.signal, respondLater(request))
    },
    count: (kind) => counts[kind],
    arrivals,
    revokeTokens: () => accepted.clear(),
    holdTokens: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      tokensHeld = promise
      return resolve
    }
  }
}

/** Waits until everything that is due has happened, except timers. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Like the platform's `fetch`: rejects with the reason when the signal aborts. */
const abortable = (signal: AbortSignal, response: Promise<Response>): Promise<Response> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
    response.then(resolve, reject)
  })
