import * as Effect from "effect/Effect"
import type { ApplicationConfiguration } from "../application/index.ts"
import { AuthError } from "../errors/index.ts"
import type { FetchFunction } from "../network/index.ts"
import { monotonicMillis } from "../runtime/index.ts"
import { discardBody, noEffort, sendThrottled, throttledByServer, type ThrottledSending } from "../throttle/index.ts"
import type { AccessTokenSource, HeldToken } from "../token-source/index.ts"
import { readApplicationRegistration } from "./application-registration.ts"
import type { CallKind } from "./call-kind.ts"
import { followRedirect } from "./follow-redirect.ts"
import type { ReplayableRequest } from "./replayable-request.ts"

/** What sending a protected call needs. */
export interface CarefulSending extends ThrottledSending {
  readonly application: ApplicationConfiguration
  readonly tokens: AccessTokenSource
  readonly fetch: FetchFunction
}

/** A request on its way; a redirect replaces it. */
export interface ProtectedCall {
  readonly kind: CallKind
  request: ReplayableRequest
}

const longestRedirectChain = 5

// Redirects are followed here: not every engine takes the token off when one leads elsewhere (rule 14).
const withoutRedirects: RequestInit = { redirect: "manual" }

/** Sends the request once, with the token if there is one. */
export const transmit = (fetch: FetchFunction, { kind, request }: ProtectedCall, token: HeldToken | undefined) => {
  const sent = request.take()
  if (token !== undefined) sent.headers.set("Authorization", token.authorization)
  const mayLeave = token === undefined && !kind.hasSecretBody
  return mayLeave || sent.redirect !== "follow" ? fetch(sent) : fetch(sent, withoutRedirects)
}

/** Whether there is more to do than to hand the response over. */
export const needsCare = ({ status, type }: Response, token: HeldToken | undefined): boolean =>
  status === 429 ||
  (token !== undefined && (status === 401 || (status > 300 && status < 400) || type === "opaqueredirect"))

/**
 * Sends a call that cannot go the warm path: it has to get its token or to wait for the throttle first, or `answer` is
 * a response that calls for more.
 */
export const sendCarefully = Effect.fnUntraced(function* (
  parts: CarefulSending,
  call: ProtectedCall,
  peeked: HeldToken | undefined,
  answer?: Response
) {
  const { application, tokens, events, clock } = parts
  const start = monotonicMillis(clock)
  const effort = { ...noEffort(), attempts: answer === undefined ? 0 : 1 }
  let token = peeked ?? (call.kind.needsToken ? yield* tokens.hold : undefined)

  const send = Effect.suspend(() => {
    // Only a 429 leads here: the stream is gone, so the request has to be made anew.
    if (!call.request.canBeSent) return Effect.fail(throttledByServer(clock.currentTimeMillisUnsafe(), effort))
    // While it waited in line, others may have got a new token.
    if (token !== undefined) token = tokens.peek(monotonicMillis(clock)) ?? token
    return Effect.promise(async () => ({ response: await transmit(parts.fetch, call, token) })).pipe(
      Effect.catchDefect(Effect.fail)
    )
  })

  const exchange = Effect.fnUntraced(function* (first?: Response) {
    let { response } = yield* sendThrottled(parts, effort, send, first && { response: first })
    for (let hop = 0; hop < longestRedirectChain && token !== undefined; hop++) {
      const redirect = followRedirect(response, call.request, application.origin)
      if (redirect === undefined) break
      discardBody(response)
      call.request = redirect.request
      if (redirect.leaves) token = undefined
      response = (yield* sendThrottled(parts, effort, send)).response
    }
    return response
  })

  const replay = Effect.fnUntraced(function* (replaced: Response, other: HeldToken) {
    discardBody(replaced)
    token = other
    events.publish({ type: "request-replayed" })
    return yield* exchange()
  })

  let response = yield* exchange(answer)
  if (response.status !== 401 || token === undefined) return response
  const renewed = tokens.renew(token)
  if (!call.request.canBeSent) {
    yield* renewed.pipe(Effect.catch(() => Effect.void))
    return response
  }
  response = yield* replay(response, yield* renewed)
  let code = yield* askedToRegister(response)
  // It was sent with another token, but perhaps not with one that was just fetched (rule 4).
  if (code !== undefined && token !== undefined && token.receivedAt < start) {
    response = yield* replay(response, yield* tokens.renew(token))
    code = yield* askedToRegister(response)
  }
  if (code === undefined || token === undefined) return response
  response = yield* replay(response, yield* tokens.reregister(token, code))
  code = yield* askedToRegister(response)
  if (code === undefined) return response
  return yield* new AuthError({
    reason: { _tag: "AccessTokenRejected", enhancedErrorCode: code, status: response.status },
    ...effort
  })
})

const askedToRegister = (response: Response) => Effect.promise(() => readApplicationRegistration(response))
