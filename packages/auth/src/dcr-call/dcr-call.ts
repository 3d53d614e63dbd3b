import { retryAfterMillis } from "@tve-pass/client"
import type { operations as DcrOperations } from "@tve-pass/client/dcr/operations"
import * as Effect from "effect/Effect"
import type { AuthContext } from "../context/index.ts"
import { AuthError, isFinalRefusal, type AuthErrorReason } from "../errors/index.ts"
import { failedRequest, makePortableRequest, readText, SentSecrets } from "../network/index.ts"
import { noAttempts, sendThrottled } from "../sending/index.ts"
import type { RetryPlan } from "../policy/index.ts"
import { monotonicMillis, sleep, withTimeout } from "../runtime/index.ts"
import { readJsonObject, readServerCode, type JsonObject } from "./response-body.ts"

/** The two calls of Dynamic Client Registration. */
export type DcrOperation = keyof typeof DcrOperations

/** One of the two calls: the body to send, and functions that read the response. */
export interface DcrCall<Result> {
  readonly operation: DcrOperation
  readonly body: string
  /** The secrets in the body. No error repeats them (rule 21, no secrets). */
  readonly secrets: ReadonlyArray<string | undefined>
  /** Reads a successful body. Returns the result, or the name of the field that is missing or malformed. */
  readonly read: (body: JsonObject, receivedAt: ReceivedAt) => Result | string
  /** Returns the reason of the error for a refusal. */
  readonly refused: (refusal: Refusal) => AuthErrorReason
  /** Called with `true` when a successful response begins to arrive, and with `false` if the call then fails. */
  readonly onArrival?: (hasArrived: boolean) => void
}

/** An unsuccessful response. */
export interface Refusal {
  readonly status: number
  /** The OAuth error code, if the body has one. */
  readonly serverCode: string | undefined
  /** Whether the server itself refused the request, rather than a proxy in between, so that the code can be trusted. */
  readonly isFinal: boolean
  /** `Retry-After` of the response, if present, in epoch milliseconds of the device's clock. */
  readonly retryAfter: { readonly retryAt?: number }
}

/** When a response arrived. */
export interface ReceivedAt {
  /** Epoch milliseconds of the device's clock. */
  readonly epoch: number
  /** Milliseconds of the monotonic clock. */
  readonly monotonic: number
}

const endpoints: {
  readonly [Operation in DcrOperation]: {
    readonly path: (typeof DcrOperations)[Operation]["path"]
    readonly contentType: (typeof DcrOperations)[Operation]["requestBody"]["contentType"]
  }
} = {
  registerClient: { path: "/o/client/register", contentType: "application/json;charset=utf-8" },
  retrieveAccessToken: { path: "/o/client/token", contentType: "application/x-www-form-urlencoded" }
}

/**
 * Sends a DCR call under the throttle. Retries network failures and 5xx within the deadline (rule 19, retries). Every
 * 2xx with a valid body is a success (C-DCR-6).
 *
 * Source: docs/protocol/dcr.md, sections 4 and 5.
 */
export const callDcr = <Result extends object>(
  context: AuthContext,
  call: DcrCall<Result>
): Effect.Effect<Result, AuthError> =>
  Effect.suspend(() => {
    const { policy, events, observation } = context
    const { operation } = call
    const attempts = noAttempts()
    const deadline = monotonicMillis(context.clock) + policy.dcrDeadline
    const fail = (reason: AuthErrorReason) => Effect.fail(new AuthError({ reason, ...attempts }))

    const { deviceHeaders } = context.application
    const sent = new SentSecrets([...call.secrets, ...Object.values(deviceHeaders)])
    const send = withTimeout(sendOnce(context, call), policy.dcrAttemptTimeout, () =>
      Effect.fail<unknown>({ name: "TimeoutError" })
    ).pipe(
      Effect.catch((thrown) => {
        call.onArrival?.(false)
        return fail(failedRequest(operation, thrown, sent).reason)
      })
    )

    const attempt = Effect.flatMap(
      sendThrottled(context, attempts, send, { priority: true }).pipe(
        Effect.catch((failure) =>
          failure.reason._tag === "Throttled" ? fail({ ...failure.reason, operation }) : Effect.fail(failure)
        )
      ),
      ({ response, text, receivedAt }) => {
        const { status } = response
        if (!response.ok) {
          const serverCode = readServerCode(text, sent)
          const wait = retryAfterMillis(response.headers, receivedAt.epoch) ?? 0
          const retryAfter = wait > 0 ? { retryAt: receivedAt.epoch + wait } : {}
          return fail(call.refused({ status, serverCode, isFinal: isFinalRefusal(status, serverCode), retryAfter }))
        }
        const body = readJsonObject(text)
        const result = body === undefined ? "body" : call.read(body, receivedAt)
        if (typeof result !== "string") return Effect.succeed(result)
        call.onArrival?.(false)
        return fail({ _tag: "MalformedResponse", operation, field: result, status })
      }
    )

    const attemptAndRetry = (nextDelay: Effect.Success<RetryPlan>): Effect.Effect<Result, AuthError> =>
      attempt.pipe(
        Effect.catch((failure) =>
          Effect.flatMap(isRetryable(failure) ? nextDelay(failure) : Effect.undefined, (floor) => {
            if (floor === undefined) return Effect.fail(failure)
            const asked = retryAtOf(failure) - context.clock.currentTimeMillisUnsafe()
            const delay = Math.max(floor, asked) + policy.random() * policy.dcrJitter
            // A retry after the deadline would only replace the server's error with a timeout.
            if (monotonicMillis(context.clock) + delay > deadline) return Effect.fail(failure)
            attempts.totalWait += delay
            events.publish({ type: "call-retried", operation, delay })
            return Effect.andThen(sleep(delay), attemptAndRetry(nextDelay))
          })
        )
      )

    return withTimeout(Effect.flatMap(policy.dcrRetries, attemptAndRetry), policy.dcrDeadline, () =>
      fail({ _tag: "DeadlineExceeded", operation, deadline: policy.dcrDeadline })
    ).pipe(observation.span(operation === "registerClient" ? "register" : "token"))
  })

/**
 * Statuses after which the same request may soon succeed. Any other status that is no final refusal comes from a
 * captive portal or a firewall in place of the server. Such a request can succeed later, but hardly within the
 * deadline.
 */
const isTransient = (status: number): boolean => status >= 500 || status === 408 || status === 425

/**
 * Returns whether a retry can help: after network failures and transient statuses, not after a refusal, a malformed
 * body or a 429.
 */
const isRetryable = ({ reason }: AuthError): boolean =>
  reason._tag === "Transport" ||
  ((reason._tag === "RegistrationFailed" || reason._tag === "TokenFailed") && isTransient(reason.status))

const retryAtOf = ({ reason }: AuthError): number =>
  (reason._tag === "RegistrationFailed" || reason._tag === "TokenFailed" ? reason.retryAt : undefined) ?? 0

/** The most bytes that are read of a response. Documented responses have a few hundred. */
const maximumResponseBytes = 65_536

/** Sends one request and reads its whole response, so that a truncated response counts as a network failure. */
const sendOnce = ({ application, fetch, clock }: AuthContext, { operation, body, onArrival }: DcrCall<object>) =>
  Effect.promise(async (signal) => {
    const { origin, deviceHeaders } = application
    const { path, contentType } = endpoints[operation]
    const headers = new Headers({ "Content-Type": contentType, Accept: "application/json;charset=utf-8" })
    for (const name of ["X-Device-Info", "X-Forwarded-For"] as const) {
      const value = deviceHeaders[name]
      if (value !== undefined) headers.set(name, value)
    }
    // A redirect would send the statement or the secret to another address (rule 14, configured origin), and a cache
    // would store them.
    const request = makePortableRequest(origin + path, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      cache: "no-store",
      signal
    })
    const response = await fetch(request)
    onArrival?.(response.ok)
    const receivedAt: ReceivedAt = { epoch: clock.currentTimeMillisUnsafe(), monotonic: monotonicMillis(clock) }
    const text = response.status === 429 ? "" : ((await readText(response, maximumResponseBytes, signal)) ?? "")
    return { response, receivedAt, text }
  }).pipe(Effect.catchDefect(Effect.fail))
