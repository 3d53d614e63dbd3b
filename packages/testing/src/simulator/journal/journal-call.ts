import type { CallBody } from "../call/call-body.ts"
import type { Violation } from "../call/violation.ts"
import type { OperationId } from "../operations/operation.ts"
import type { PaidBy } from "../throttle/throttle-model.ts"
import { redactBody, redactHeaders, redactMembers } from "./redaction.ts"

/** One call as the journal tells it; secrets are replaced by `<redacted>`. */
export interface JournalCall {
  /** `undefined` for a request to an unknown path or with a wrong method. */
  readonly operation: OperationId | undefined
  readonly method: string
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Members of the form or the JSON object; `undefined` without a body or if it is unreadable. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** Device address the throttle counted. */
  readonly address: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Status of the answer; `undefined` when there is none (reset, hang). */
  readonly status: number | undefined
  /** What the throttle took; `undefined` when it is off or rejected the call. */
  readonly paidBy: PaidBy | undefined
  readonly violations: readonly Violation[]
  /** The fault that struck, in words. */
  readonly fault: string | undefined
}

/** What the simulator hands over; parsing waits until somebody reads. */
export interface JournalRecord extends Omit<JournalCall, "query" | "headers" | "body"> {
  readonly query: URLSearchParams
  readonly headers: readonly (readonly [string, string])[]
  readonly body: CallBody
}

/** A journal call over a record. The record stays private, so that printing a call prints no secret. */
export const journalCall = ({ query, headers, body, ...rest }: JournalRecord): JournalCall =>
  Object.defineProperties(rest as JournalCall, {
    query: { enumerable: true, get: () => redactMembers(Object.fromEntries(query)) },
    headers: { enumerable: true, get: () => redactHeaders(headers) },
    body: { enumerable: true, get: () => redactBody(body) }
  })
