import * as Effect from "effect/Effect"
import type { SendingContext } from "../context/index.ts"
import { readApplicationRegistration } from "./application-registration.ts"
import { serviceProviderOf, type CallKind } from "./call-kind.ts"
import { followRedirect, isRedirect, longestRedirectChain, networkError } from "./follow-redirect.ts"
import type { ReplayableRequest } from "./replayable-request.ts"
import { AuthError } from "../errors/index.ts"
import { failedRequest, isHarmless, isProgrammingError, SentSecrets, type FetchFunction } from "../network/index.ts"
import { monotonicMillis } from "../runtime/index.ts"
import { discardBody, noAttempts, sendThrottled, throttledByServer } from "../sending/index.ts"
import type { HeldToken } from "../state/index.ts"
import type { TokenSource } from "../token-source/index.ts"

/** A call in progress. A redirect replaces its request. */
export interface ProtectedCall {
  readonly kind: CallKind
  request: ReplayableRequest
  /** The caller's signal. */
  readonly signal: AbortSignal
}

// The auth layer follows redirects itself, because some engines send the token to another origin (rule 14, configured
// origin).
const withoutRedirects: RequestInit = { redirect: "manual" }

/** Sends the request once, with the token if there is one. */
export const send = (fetch: FetchFunction, { kind, request }: ProtectedCall, token: HeldToken | undefined) => {
  const sent = request.take()
  if (token !== undefined) sent.headers.set("Authorization", token.authorization)
  const mayLeave = token === undefined && !kind.hasSecretBody
  return mayLeave || sent.redirect !== "follow" ? fetch(sent) : fetch(sent, withoutRedirects)
}

/**
 * Returns the error to reject with after `fetch` threw. An error that contains nothing of the request is passed on
 * unchanged. An error of a custom `fetch` that quotes the request is reduced, and a mistake of the program becomes
 * `InvalidConfiguration`.
 */
export const failureToSend = (thrown: unknown, { request, signal }: ProtectedCall, token: HeldToken | undefined) => {
  if (signal.aborted || thrown instanceof AuthError) return thrown
  const sent = secretsOf(request, token)
  return isProgrammingError(thrown) || !isHarmless(thrown, sent) ? failedRequest("sendRequest", thrown, sent) : thrown
}

const secretsOf = (request: ReplayableRequest, token: HeldToken | undefined): SentSecrets =>
  new SentSecrets([token?.authorization.slice("Bearer ".length), ...request.secrets])

/** Returns whether the response needs a retry, a replay or a redirect before the caller gets it. */
export const needsRecovery = (response: Response, token: HeldToken | undefined): boolean =>
  response.status === 429 || (token !== undefined && (response.status === 401 || isRedirect(response)))

/**
 * Sends a call that cannot take the warm path, because it first needs a token or a permit of the throttle. Also
 * continues after `first`, the response to a first attempt, if that needs recovery.
 */
export const sendWithRecovery = /* @__PURE__ */ Effect.fnUntraced(function* (
  context: SendingContext,
  tokens: TokenSource,
  call: ProtectedCall,
  cached: HeldToken | undefined,
  first?: Response
) {
  const { application, events, clock } = context
  const start = monotonicMillis(clock)
  const attempts = { ...noAttempts(), attempts: first === undefined ? 0 : 1 }
  let token = cached ?? (call.kind.needsToken ? yield* tokens.getHeld : undefined)

  const sendOnce = Effect.suspend(() => {
    // This happens only after a 429: the stream is consumed, so that only the caller can retry.
    if (!call.request.canBeSent) return Effect.fail(throttledByServer(clock.currentTimeMillisUnsafe(), attempts))
    // Another call may have obtained a new token while this one waited in the queue.
    if (token !== undefined) token = tokens.cached(monotonicMillis(clock)) ?? token
    return Effect.promise(async () => ({ response: await send(context.fetch, call, token) })).pipe(
      Effect.catchDefect((thrown) => Effect.fail(failureToSend(thrown, call, token)))
    )
  })

  const sendAndFollow = Effect.fnUntraced(function* (sent?: Response) {
    let { response } = yield* sendThrottled(context, attempts, sendOnce, { first: sent && { response: sent } })
    if (token === undefined || call.request.redirect !== "follow") {
      if (call.request.redirect === "error" && isRedirect(response))
        return yield* Effect.fail(networkError("the request does not allow one"))
      return response
    }
    for (let hop = 0; token !== undefined; hop++) {
      const redirect = followRedirect(response, call.request, application.origin)
      if (redirect === undefined) break
      discardBody(response)
      if (redirect instanceof Error) return yield* Effect.fail(redirect)
      if (hop === longestRedirectChain) return yield* Effect.fail(networkError("there were more than 20 in a row"))
      call.request = redirect.request
      if (redirect.leaves) token = undefined
      response = (yield* sendThrottled(context, attempts, sendOnce)).response
    }
    return response
  })

  // If the server issued the same token again, a replay would get the same 401, so the 401 is returned (rule 13, one
  // replay).
  const replayWith = Effect.fnUntraced(function* (replaced: Response, other: HeldToken) {
    const isSame = token !== undefined && other.isSameAs(token)
    token = other
    if (isSame) return replaced
    discardBody(replaced)
    events.publish({ type: "request-replayed" })
    return yield* sendAndFollow()
  })

  const askedToRegister = (response: Response) => readApplicationRegistration(response, secretsOf(call.request, token))
  const serviceProvider = serviceProviderOf(call.request.url, application.origin)
  const accept = (response: Response) => {
    if (response.ok && token !== undefined) tokens.accept(token, serviceProvider)
    return response
  }

  let response = yield* sendAndFollow(first)
  if (response.status !== 401 || token === undefined) return accept(response)
  const guard = tokens.guard(token)
  if (guard !== undefined && (yield* askedToRegister(response)) !== undefined) return yield* Effect.fail(guard)
  const refreshed = tokens.refresh(token)
  if (!call.request.canBeSent) {
    yield* refreshed.pipe(Effect.catch(() => Effect.void))
    return response
  }
  response = yield* replayWith(response, yield* refreshed)
  let code = yield* askedToRegister(response)
  // The replay may have used a stored token rather than one that was just fetched (rule 4, re-registration).
  if (code !== undefined && token !== undefined && token.receivedAt < start) {
    response = yield* replayWith(response, yield* tokens.refresh(token))
    code = yield* askedToRegister(response)
  }
  if (code === undefined || token === undefined) return accept(response)
  response = yield* replayWith(response, yield* tokens.reregister(token, { code, serviceProvider }))
  code = yield* askedToRegister(response)
  if (code === undefined || token === undefined) return accept(response)
  yield* tokens.giveUp(token, serviceProvider)
  return yield* new AuthError({
    reason: { _tag: "AccessTokenRejected", enhancedErrorCode: code, status: response.status, serviceProvider },
    ...attempts
  })
})
