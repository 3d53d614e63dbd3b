import { fromBase64 } from "../encoding/base64.ts"
import { deviceIdentifierOf, parseDeviceInfo } from "../encoding/device-headers.ts"
import { type OperationId, operations } from "../protocol/operations.ts"
import type { CallBody } from "../request/call-body.ts"
import type { CallIdentity } from "../request/call.ts"
import type { Violation } from "../request/violation.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import type { PaidBy } from "../throttle/throttle-model.ts"
import { redactBody, redactHeaders, redactQuery } from "./redaction.ts"

/** One call as the journal shows it; `<redacted>` stands for secrets, and for every value that no page documents. */
export interface JournalCall {
  /** `undefined` for a request to an unknown path or with a wrong method. */
  readonly operation: OperationId | undefined
  readonly method: string
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Members of the form or the JSON object; `undefined` without a body or if it is unreadable. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** The raw identifier of AP-Device-Identifier; `undefined` if the header is missing or unreadable. */
  readonly deviceIdentifier: string | undefined
  /** What X-Device-Info says; `undefined` if the header is missing or unreadable. */
  readonly deviceInfo: Readonly<Record<string, unknown>> | undefined
  /** Device address the throttle counted. */
  readonly address: string
  /** Whose access token it was; `undefined` without a valid one. */
  readonly clientId: string | undefined
  /** The `id` of the token response: distinguishes two tokens without showing them. */
  readonly accessTokenId: string | undefined
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Status of the response; `undefined` when there is none (reset, hang). */
  readonly status: number | undefined
  /** What the throttle took; `undefined` when it is off or rejected the call. */
  readonly paidBy: PaidBy | undefined
  readonly violations: ReadonlyArray<Violation>
  /** What is unusual about the request, and accepted all the same. */
  readonly notes: ReadonlyArray<string>
  /** The fault that was injected, in words. */
  readonly fault: string | undefined
}

/** What the journal keeps of a call; redacting waits until somebody reads. */
export interface KeptCall {
  readonly operation: OperationId | undefined
  readonly method: string
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: ReadonlyArray<readonly [string, string]>
  readonly body: CallBody
  readonly address: string
  readonly identity: CallIdentity
  readonly at: number
  readonly status: number | undefined
  readonly paidBy: PaidBy | undefined
  readonly violations: ReadonlyArray<Violation>
  readonly notes: ReadonlyArray<string>
  readonly fault: string | undefined
}

/** What the simulator passes to the journal. */
export interface JournalRecord extends Omit<KeptCall, "status"> {
  readonly response: SimulatedResponse | undefined
  /** Whether the response counts for the coverage. */
  readonly isGenuine: boolean
}

/** Returns a kept call as the journal shows it. */
export const journalCall = (record: KeptCall): JournalCall => ({
  ...describeDevice(new Map(record.headers)),
  operation: record.operation,
  method: record.method,
  path: record.path,
  pathParameters: record.pathParameters,
  query: redactQuery(record.query, operationOf(record)),
  headers: redactHeaders(record.headers),
  body: redactBody(record.body, operationOf(record)),
  address: record.address,
  clientId: record.identity.clientId,
  accessTokenId: record.identity.accessTokenId,
  at: record.at,
  status: record.status,
  paidBy: record.paidBy,
  violations: record.violations,
  notes: record.notes,
  fault: record.fault
})

const operationOf = ({ operation }: KeptCall) => (operation === undefined ? undefined : operations[operation])

const describeDevice = (
  headers: ReadonlyMap<string, string>
): Pick<JournalCall, "deviceIdentifier" | "deviceInfo"> => ({
  deviceIdentifier: fromBase64(deviceIdentifierOf(headers.get("ap-device-identifier") ?? null) ?? ""),
  // The caller owns the object; the simulator keeps its own.
  deviceInfo: parseDeviceInfo(headers.get("x-device-info") ?? "")
})
