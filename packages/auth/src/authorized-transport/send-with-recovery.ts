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

/** A request on its way; a redirect replaces it. */
export interface ProtectedCall {
  readonly kind: CallKind
  request: ReplayableRequest
  /** Of the caller. */
  readonly signal: AbortSignal
}

// Redirects are followed here: not every engine takes the token off when one leads elsewhere (rule 14).
const withoutRedirects: RequestInit = { redirect: "manual" }

/** Sends the request once, with the token if there is one. */
export const send = (fetch: FetchFunction, { kind, request }: ProtectedCall, token: HeldToken | undefined) => {
  const sent = request.take()
  if (token !== undefined) sent.headers.set("Authorization", token.authorization)
  const mayLeave = token === undefined && !kind.hasSecretBody
  return mayLeave || sent.redirect !== "follow" ? fetch(sent) : fetch(sent, withoutRedirects)
}

/**
 * What to reject with after `fetch` threw: the same, as long as it shows nothing of the request, as the platform would.
 * Errors of an application's own `fetch` that quote the request are reduced, and mistakes of the program are named.
 */
export const failureToSend = (thrown: unknown, { request, signal }: ProtectedCall, token: HeldToken | undefined) => {
  if (signal.aborted || thrown instanceof AuthError) return thrown
  const sent = secretsOf(request, token)
  return isProgrammingError(thrown) || !isHarmless(thrown, sent) ? failedRequest("sendRequest", thrown, sent) : thrown
}

const secretsOf = (request: ReplayableRequest, token: HeldToken | undefined): SentSecrets =>
  new SentSecrets([token?.authorization.slice("Bearer ".length), ...request.secrets])

/** Whether there is more to do than to hand the response over. */
export const needsRecovery = (response: Response, token: HeldToken | undefined): boolean =>
  response.status === 429 || (token !== undefined && (response.status === 401 || isRedirect(response)))

/**
 * Sends a call that cannot go the warm path: it has to get its token or to wait for the throttle first, or `first` is
 * a response that calls for more.
 */
export const sendWithRecovery = Effect.fnUntraced(function* (
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
    // Only after a 429: the stream is consumed, so that only the caller can retry.
    if (!call.request.canBeSent) return Effect.fail(throttledByServer(clock.currentTimeMillisUnsafe(), attempts))
    // While it waited in the queue, another call may have obtained a new token.
    if (token !== undefined) token = tokens.cached(monotonicMillis(clock)) ?? token
    return Effect.promise(async () => ({ response: await send(context.fetch, call, token) })).pipe(
      Effect.catchDefect((thrown) => Effect.fail(failureToSend(thrown, call, token)))
    )
  })

  const sendAndFollow = Effect.fnUntraced(function* (sent?: Response) {
    let { response } = yield* sendThrottled(context, attempts, sendOnce, { first: sent && { response: sent } })
    if (token === undefined || call.request.redirect !== "follow") {
      if (call.request.redirect === "error" && isRedirect(response))
        return yield* Effect.fail(networkError("none is wanted"))
      return response
    }
    for (let hop = 0; token !== undefined; hop++) {
      const redirect = followRedirect(response, call.request, application.origin)
      if (redirect === undefined) break
      discardBody(response)
      if (redirect instanceof Error) return yield* Effect.fail(redirect)
      if (hop === longestRedirectChain) return yield* Effect.fail(networkError("there are too many in a row"))
      call.request = redirect.request
      if (redirect.leaves) token = undefined
      response = (yield* sendThrottled(context, attempts, sendOnce)).response
    }
    return response
  })

  // A 401 with a token that the server issues once more is not improved by sending the same again (rule 13).
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
  // It was sent with another token, but perhaps not with one that was just fetched (rule 4).
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
