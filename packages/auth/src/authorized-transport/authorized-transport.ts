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
 * The transport of the generated clients: `createRestV2Client(transport)`.
 *
 * `fetch` adds the access token and the device's headers to requests of the configured origin, waits for the throttle,
 * replays a 401 once with another token (rule 13, one replay) and a 429 after its hold (rule 16, hold after a 429). It
 * rejects with an `AuthError`; if the network fails, it rejects with the error of the platform's `fetch`. It sets the
 * headers of a `Request` in place.
 */
export interface AuthorizedTransport {
  readonly baseUrl: string
  readonly fetch: AuthorizedFetch
  /**
   * The class of which clients make requests. Instances of the platform's class work as well, at the cost of a copy of
   * each body.
   */
  readonly Request: typeof Request
  readonly suppliedHeaders: ReadonlyArray<keyof DeviceHeaders>
}

/** A `fetch` that accepts a URL and an init, so that clients need not create a `Request`. */
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

  // Successive calls usually concern the same service provider, so the last acceptance is remembered.
  let accepted: HeldToken | undefined
  let acceptedPath = ""
  const accept = (token: HeldToken, url: string): void => {
    if (token === accepted && url.startsWith(acceptedPath, origin.length)) return
    const serviceProvider = serviceProviderOf(url, origin)
    accepted = token
    acceptedPath = `/api/v2/${serviceProvider}/`
    tokens.accept(token, serviceProvider)
  }

  /**
   * Adds the missing headers and sends the request. Obtains a token or waits for the throttle first if necessary.
   * `first` is the response to a first attempt.
   */
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

    // The warm path starts no fiber and awaits only the response.
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

  /** Sends on the warm path without creating a `Request`. Returns `undefined` if sending needs more than that. */
  const sendUrl = ({ url, init }: UrlRequest): Promise<Response> | undefined => {
    if (requestHeaders !== undefined || !url.startsWith(prefix)) return undefined
    const kind = kindOf(url)
    if (!kind.needsToken) return undefined
    const now = monotonicMillis(clock)
    const token = tokens.cached(now)
    if (token === undefined || !throttle.tryTake(deviceKey, now)) return undefined
    observation.tokenReused()
    // A copy, because the caller may change the object for another request.
    const given = { ...init }
    const sent = authorizedInit(given, kind, token.authorization)
    return context.fetch(url, sent).then(
      (response) => {
        if (needsRecovery(response, token)) return sendRequest(makeRequest(url, given), false, { token, response })
        if (response.ok) accept(token, url)
        return response
      },
      (thrown: unknown) => {
        // If the arguments are invalid, creating the request throws the platform's error.
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
      // Invalid arguments reject, as they do with the platform's `fetch`.
      return Promise.reject(thrown)
    }
  }
  const fetch: AuthorizedFetch = Object.assign(authorizedFetch, { takesUrl: true as const })
  return { baseUrl: origin, fetch, Request: requestClass(), suppliedHeaders }
}

/** The response to a first attempt, and the token that it was sent with. */
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
