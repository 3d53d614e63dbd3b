import * as Context from "effect/Context"
import type { DeviceHeaders, RequestHeaders } from "../application/index.ts"
import { AuthError } from "../errors/index.ts"
import type { FetchFunction } from "../network/index.ts"
import { monotonicMillis, runToPromise } from "../runtime/index.ts"
import type { SendingContext } from "../context/index.ts"
import type { HeldToken } from "../state/index.ts"
import type { TokenSource } from "../token-source/index.ts"
import { makeCallKinds, serviceProviderOf, suppliedHeaders } from "./call-kind.ts"
import { foreignSignalOf, makeRequest, ReplayableRequest, requestClass } from "./replayable-request.ts"
import { absoluteUrl, authorizedInit, isRepeatable, type UrlRequest } from "./url-request.ts"
import { failureToSend, needsRecovery, send, sendWithRecovery, type ProtectedCall } from "./send-with-recovery.ts"

/**
 * What the generated clients take: `createRestV2Client(transport)`.
 *
 * `fetch` adds the access token and the device's headers to requests of the configured origin, waits for the throttle,
 * replays a 401 once with another token (rule 13) and a 429 after its hold (rule 16). It rejects with an `AuthError`,
 * or, where the network fails, with what the platform's `fetch` rejects with. A `Request` that is passed to it gets its
 * headers set in place.
 */
export interface AuthorizedTransport {
  readonly baseUrl: string
  readonly fetch: AuthorizedFetch
  /** For clients to make requests of. Any other will do as well, but costs a copy of its body. */
  readonly Request: typeof Request
  readonly suppliedHeaders: ReadonlyArray<keyof DeviceHeaders>
}

/** A `fetch` that clients may call with a URL and an init, which saves them a `Request`. */
export interface AuthorizedFetch extends FetchFunction {
  readonly takesUrl?: true
}

/** Builds the {@link AuthorizedTransport} of one application. */
export const makeAuthorizedTransport = (context: SendingContext, tokens: TokenSource): AuthorizedTransport => {
  const { application, throttle, deviceKey, observation, clock } = context
  const { origin, requestHeaders } = application
  const prefix = `${origin}/`
  const kindOf = makeCallKinds(application)
  const run = runToPromise(context.context)

  // Of calls in a row, most are about one service provider.
  let accepted: HeldToken | undefined
  let acceptedPath = ""
  const accept = (token: HeldToken, url: string): void => {
    if (token === accepted && url.startsWith(acceptedPath, origin.length)) return
    const serviceProvider = serviceProviderOf(url, origin)
    accepted = token
    acceptedPath = `/api/v2/${serviceProvider}/`
    tokens.accept(token, serviceProvider)
  }

  /** Adds what a request lacks, and sends it or what has to be done first. `first` is the response to a first attempt. */
  const sendRequest = (
    request: Request,
    isStream: boolean,
    first?: FirstAttempt,
    isComplete = false
  ): Promise<Response> => {
    const { url, headers } = request
    if (!url.startsWith(prefix)) return Promise.reject(foreignOrigin(url, origin))
    const kind = kindOf(url)
    if (kind.needsToken && requestHeaders !== undefined && !isComplete) {
      return addHeaders(headers, requestHeaders).then(() => sendRequest(request, isStream, first, true))
    }
    for (const [name, value] of Object.entries(kind.headers)) if (!headers.has(name)) headers.set(name, value)
    const foreignSignal = foreignSignalOf(request)
    const signal = foreignSignal ?? request.signal
    const replayable = new ReplayableRequest(request, isStream, first !== undefined)
    const call: ProtectedCall = { kind, request: replayable, signal }
    if (first !== undefined) return Promise.resolve(finish(call, first))

    // The warm path: no fiber, nothing awaited but the response.
    const now = monotonicMillis(clock)
    const token = kind.needsToken ? tokens.cached(now) : undefined
    const isCold = (token === undefined && kind.needsToken) || foreignSignal !== undefined
    if (isCold || !throttle.tryTake(deviceKey, now)) return run(sendWithRecovery(context, tokens, call, token), signal)
    if (token !== undefined) observation.tokenReused()
    return send(context.fetch, call, token).then(
      (response) => finish(call, { token, response }),
      (thrown: unknown) => {
        throw failureToSend(thrown, call, token)
      }
    )
  }

  const finish = (call: ProtectedCall, { token, response }: FirstAttempt): Response | Promise<Response> => {
    if (needsRecovery(response, token))
      return run(sendWithRecovery(context, tokens, call, token, response), call.signal)
    if (response.ok && token !== undefined) accept(token, call.request.url)
    return response
  }

  /** The warm path without a `Request`; `undefined` where there is more to do than to send. */
  const sendUrl = ({ url, init }: UrlRequest): Promise<Response> | undefined => {
    if (requestHeaders !== undefined || !url.startsWith(prefix)) return undefined
    const kind = kindOf(url)
    if (!kind.needsToken) return undefined
    const now = monotonicMillis(clock)
    const token = tokens.cached(now)
    if (token === undefined || !throttle.tryTake(deviceKey, now)) return undefined
    observation.tokenReused()
    // As it is now: the caller may use the object again for another request.
    const given = { ...init }
    const sent = authorizedInit(given, kind, token.authorization)
    return context.fetch(url, sent).then(
      (response) => {
        if (needsRecovery(response, token)) return sendRequest(makeRequest(url, given), false, { token, response })
        if (response.ok) accept(token, url)
        return response
      },
      (thrown: unknown) => {
        // Arguments that are wrong are the caller's mistake, and reported as the platform does.
        const request = makeRequest(url, sent)
        throw failureToSend(
          thrown,
          { kind, request: new ReplayableRequest(request, false), signal: request.signal },
          token
        )
      }
    )
  }

  const authorizedFetch: FetchFunction = (input, init) => {
    try {
      if (isRequest(input)) return sendRequest(init === undefined ? input : new Request(input, init), isStream(init))
      const url = absoluteUrl(input, origin)
      const sent = isRepeatable(init) ? sendUrl({ url, init }) : undefined
      return sent ?? sendRequest(makeRequest(url, init), isStream(init))
    } catch (thrown) {
      // As the platform's: what is wrong with the arguments rejects.
      return Promise.reject(thrown)
    }
  }
  const fetch: AuthorizedFetch = Object.assign(authorizedFetch, { takesUrl: true as const })
  return { baseUrl: origin, fetch, Request: requestClass(), suppliedHeaders }
}

/** The response to a request that was sent already, and what it was sent with. */
interface FirstAttempt {
  readonly token: HeldToken | undefined
  readonly response: Response
}

const addHeaders = async (headers: Headers, more: RequestHeaders): Promise<void> => {
  for (const [name, header] of Object.entries(more)) {
    if (headers.has(name)) continue
    const value = typeof header === "string" ? header : await header()
    if (value === undefined) continue
    try {
      headers.set(name, value)
    } catch {
      // The platform's error quotes the value.
      throw invalidHeader(name)
    }
  }
}

const invalidHeader = (name: string): AuthError =>
  new AuthError({
    reason: {
      _tag: "InvalidConfiguration",
      field: `headers.${name}`,
      problem: "its function returned no header value",
      remedy: "Return a string without line breaks, or undefined"
    }
  })

// Not `instanceof`: a request may come from another realm.
const isRequest = (input: Request | string | URL): input is Request => typeof input === "object" && "headers" in input

const isStream = (init: RequestInit | undefined): boolean =>
  typeof init?.body === "object" && init.body !== null && "getReader" in init.body

const foreignOrigin = (url: string, expectedOrigin: string): AuthError =>
  new AuthError({ reason: { _tag: "ForeignOrigin", origin: new URL(url).origin, expectedOrigin } })

/** The service of {@link AuthorizedTransport}. */
export const AuthorizedTransport: Context.Service<AuthorizedTransport, AuthorizedTransport> =
  /* @__PURE__ */ Context.Service("@tve-pass/auth/AuthorizedTransport")
