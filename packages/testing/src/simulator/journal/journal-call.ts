import { fromBase64 } from "../encoding/base64.ts"
import { deviceIdentifierOf, parseDeviceInfo } from "../encoding/device-headers.ts"
import { type OperationId, operations } from "../protocol/operations.ts"
import type { CallBody } from "../request/call-body.ts"
import type { CallIdentity } from "../request/call.ts"
import type { Violation } from "../request/violation.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import type { PaidBy } from "../throttle/throttle-model.ts"
import { redactBody, redactHeaders, redactQuery } from "./redaction.ts"

/** A call in the journal. `<redacted>` replaces secrets and undocumented values. */
export interface JournalCall {
  /** The operation; `undefined` for an unknown path or a wrong method. */
  readonly operation: OperationId | undefined
  readonly method: string
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  /** The headers, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The members of the form or the JSON object; `undefined` without a readable body. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** The decoded identifier of AP-Device-Identifier; `undefined` if the header is missing or unreadable. */
  readonly deviceIdentifier: string | undefined
  /** The decoded X-Device-Info; `undefined` if the header is missing or unreadable. */
  readonly deviceInfo: Readonly<Record<string, unknown>> | undefined
  /** The device's address, by which the throttle counted the call. */
  readonly address: string
  /** The client of the access token; `undefined` without a valid token. */
  readonly clientId: string | undefined
  /** The `id` of the token response, which distinguishes tokens without showing them. */
  readonly accessTokenId: string | undefined
  /** The time of the call in milliseconds since the epoch. */
  readonly at: number
  /** The status of the response; `undefined` without a response (reset, hang). */
  readonly status: number | undefined
  /** The allowance that the throttle used; `undefined` if it is off or rejected the call. */
  readonly paidBy: PaidBy | undefined
  readonly violations: ReadonlyArray<Violation>
  /** Unusual properties of the request that are accepted. */
  readonly notes: ReadonlyArray<string>
  /** The description of the injected fault. */
  readonly fault: string | undefined
}

/** The stored form of a call. Secrets are redacted when it is read. */
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

/** A call that the simulator passes to the journal. */
export interface JournalRecord extends Omit<KeptCall, "status"> {
  readonly response: SimulatedResponse | undefined
  /** Whether the response counts for the coverage. */
  readonly isGenuine: boolean
}

/** Returns the public form of a stored call, with secrets redacted. */
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
  // Parsed again, because the caller may change the object.
  deviceInfo: parseDeviceInfo(headers.get("x-device-info") ?? "")
})
