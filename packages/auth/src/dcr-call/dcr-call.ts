import type { operations as DcrOperations } from "@tve-pass/client/dcr/operations"
import * as Effect from "effect/Effect"
import type { ApplicationConfiguration } from "../application/index.ts"
import { AuthError, describeUnderlyingError, type AuthErrorReason } from "../errors/index.ts"
import type { FetchFunction } from "../network/index.ts"
import { noEffort, sendThrottled, type ThrottledSending } from "../throttle/index.ts"
import type { RetryPlan } from "../policy/index.ts"
import { monotonicMillis, within } from "../runtime/index.ts"
import { readJsonObject, readServerCode, type JsonObject } from "./response-body.ts"

/** The two calls of Dynamic Client Registration. */
export type DcrOperation = keyof typeof DcrOperations

/** What a DCR call needs. */
export interface DcrCalling extends ThrottledSending {
  readonly application: ApplicationConfiguration
  readonly fetch: FetchFunction
}

/** One of the two calls: what to send, and how to read the answer. */
export interface DcrCall<Answer> {
  readonly operation: DcrOperation
  readonly body: string
  /** Reads a successful body; a string names the field that is missing or malformed. */
  readonly read: (body: JsonObject, receipt: Receipt) => Answer | string
  /** What a refusal means; the code is `undefined` where the body named none. */
  readonly refused: (status: number, serverCode: string | undefined) => AuthErrorReason
}

/** When a response arrived. */
export interface Receipt {
  /** Epoch milliseconds of the device's clock. */
  readonly at: number
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
 * Sends a DCR call: under the throttle, again after a network failure or a 5xx (rule 19), within the deadline. Every
 * 2xx with a valid body is a success (C-DCR-6).
 *
 * Source: docs/protocol/dcr.md, sections 4 and 5.
 */
export const callDcr = <Answer extends object>(
  calling: DcrCalling,
  call: DcrCall<Answer>
): Effect.Effect<Answer, AuthError> =>
  Effect.suspend(() => {
    const { policy, events, observation } = calling
    const { operation } = call
    const effort = noEffort()
    const fail = (reason: AuthErrorReason) => Effect.fail(new AuthError({ reason, ...effort }))

    const send = within(exchange(calling, call), policy.dcrAttemptTimeout, () =>
      Effect.fail<unknown>({ name: "TimeoutError" })
    ).pipe(Effect.catch((thrown) => fail({ _tag: "Transport", operation, cause: describeUnderlyingError(thrown) })))

    const attempt = Effect.flatMap(
      sendThrottled({ ...calling, goesFirst: true }, effort, send),
      ({ response, text, receipt }) => {
        const { status } = response
        if (!response.ok) return fail(call.refused(status, readServerCode(text)))
        const body = readJsonObject(text)
        const answer = body === undefined ? "body" : call.read(body, receipt)
        return typeof answer === "string"
          ? fail({ _tag: "MalformedResponse", operation, field: answer, status })
          : Effect.succeed(answer)
      }
    )

    const persist = (nextDelay: Effect.Success<RetryPlan>): Effect.Effect<Answer, AuthError> =>
      attempt.pipe(
        Effect.catch((failure) =>
          Effect.flatMap(mayPass(failure) ? nextDelay(failure) : Effect.undefined, (floor) => {
            if (floor === undefined) return Effect.fail(failure)
            const delay = floor + policy.random() * policy.dcrJitter
            effort.totalWait += delay
            events.publish({ type: "call-retried", operation, delay })
            return Effect.andThen(Effect.sleep(delay), persist(nextDelay))
          })
        )
      )

    return within(Effect.flatMap(policy.dcrRetries, persist), policy.dcrDeadline, () =>
      fail({ _tag: "DeadlineExceeded", operation, deadline: policy.dcrDeadline })
    ).pipe(observation.span(operation === "registerClient" ? "register" : "token"))
  })

/** Network failures and 5xx; a refusal, a malformed body or a 429 is not improved by asking again at once. */
const mayPass = ({ reason }: AuthError): boolean =>
  reason._tag === "Transport" ||
  ((reason._tag === "RegistrationFailed" || reason._tag === "TokenFailed") && reason.status >= 500)

/** One request and its whole response, so that a response that stops halfway is a network failure as well. */
const exchange = ({ application, fetch, clock }: DcrCalling, { operation, body }: DcrCall<object>) =>
  Effect.promise(async (signal) => {
    const { origin, deviceHeaders } = application
    const { path, contentType } = endpoints[operation]
    const headers = new Headers({ "Content-Type": contentType, Accept: "application/json;charset=utf-8" })
    for (const name of ["X-Device-Info", "X-Forwarded-For"] as const) {
      const value = deviceHeaders[name]
      if (value !== undefined) headers.set(name, value)
    }
    // A redirect would carry the statement or the secret to wherever it points (rule 14).
    const request = new Request(origin + path, { method: "POST", headers, body, redirect: "manual", signal })
    const response = await fetch(request)
    const receipt: Receipt = { at: clock.currentTimeMillisUnsafe(), monotonic: monotonicMillis(clock) }
    return { response, receipt, text: await response.text() }
  }).pipe(Effect.catchDefect(Effect.fail))
