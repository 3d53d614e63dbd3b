import { checkRequest } from "./checks/check-request.ts"
import { strictResponse } from "./checks/strict-response.ts"
import type { SentRequest, WaitCheck } from "./checks/wait-check.ts"
import type { Clock } from "./clock/clock.ts"
import { applyFault } from "./faults/apply-fault.ts"
import { describeFault, type Fault } from "./faults/fault.ts"
import type { FaultSource } from "./faults/faults.ts"
import { journalCall, type JournalCall, type KeptCall } from "./journal/journal-call.ts"
import type { JournalWriter } from "./journal/journal.ts"
import { createLoginPageContext } from "./login/login-page-context.ts"
import type { LoginPage } from "./login/login-page.ts"
import { serveManagement } from "./management/serve-management.ts"
import { perform } from "./operations/perform.ts"
import type { SimulatorOptions } from "./options.ts"
import type { Operation } from "./protocol/operations.ts"
import { type CallBody, absentBody, readCallBody } from "./request/call-body.ts"
import type { Call, CallIdentity } from "./request/call.ts"
import { canonicalAddress } from "./request/ip-address.ts"
import { route, type Route } from "./request/router.ts"
import type { Violation } from "./request/violation.ts"
import { notFound } from "./responses/gateway-page.ts"
import { type SimulatedResponse, toResponse } from "./responses/simulated-response.ts"
import { tooManyRequests } from "./responses/too-many-requests.ts"
import { unroutable } from "./responses/unroutable.ts"
import type { SimulatorState } from "./state/state.ts"
import type { PaidBy } from "./throttle/throttle-model.ts"
import type { Throttle, ThrottleOptions } from "./throttle/throttle.ts"

/** Data about the connection of a request. */
export interface Connection {
  /** The client's address; `X-Forwarded-For` takes precedence. */
  readonly address?: string
  /**
   * Settles when the client can have read the response. Until then its other requests count as in flight. Default: when
   * the response is returned.
   */
  readonly delivered?: Promise<unknown>
  /** Receives the journal entry of this request, once, before the response. Pages outside the APIs have no entry. */
  readonly onRecorded?: (call: JournalCall) => void
}

/** The parts of the simulator that handle a request. */
export interface RequestContext {
  readonly state: SimulatorState
  readonly clock: Clock
  /** The throttle; `undefined` if requests are not throttled. */
  readonly throttle: Throttle | undefined
  readonly countBy: ThrottleOptions["countBy"]
  readonly waitCheck: WaitCheck
  readonly faults: FaultSource
  readonly journal: JournalWriter
  readonly onResponse: SimulatorOptions["onResponse"]
  readonly loginPage: LoginPage
}

/** A request to the two APIs at the moment it arrives. */
interface ReceivedRequest {
  readonly request: Request
  /** All headers, for the journal. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  readonly url: URL
  readonly target: Exclude<Route, { readonly _tag: "Elsewhere" }>
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The device's address, by which the throttle counts. */
  readonly address: string
  /** Name of the throttle's bucket. */
  readonly bucket: string
  /** The request, for the check of waits after a 429. */
  readonly sent: SentRequest
  /** The violations that were found so far. */
  readonly violations: Violation[]
  readonly notes: string[]
  /** Set when the access token is known. */
  readonly identity: CallIdentity
}

/** The result of a request. */
interface Outcome {
  /** `undefined` when the client receives none. */
  readonly response: SimulatedResponse | undefined
  readonly body: CallBody
  readonly paidBy: PaidBy | undefined
  /** Whether Adobe Pass would send this response: `false` for faults and for refusals of a strict simulator. */
  readonly isGenuine: boolean
  readonly fault: Fault | undefined
  /** Delivers the response of a fault, which may be delayed, truncated or missing. */
  readonly deliver: ((signal: AbortSignal) => Promise<Response>) | undefined
}

/**
 * Responds to one request and records it in the journal. Resolves to `Response.error()` for a broken connection.
 * Rejects with the reason of the request's signal for a simulated hang.
 */
export const handleRequest = async (
  request: Request,
  connection: Connection,
  context: RequestContext
): Promise<Response> => {
  const now = context.clock.now()
  const url = new URL(request.url)
  const target = route(request.method, url.pathname)
  if (target._tag === "Elsewhere") return await openLoginPage(request, url, now, context)

  const received = receive(request, url, target, connection, context, now)
  if (target._tag === "Management") return await respondAndRecord(received, connection, context)
  const ended = context.waitCheck.begin(received.sent, now, received.violations)
  try {
    return await respondAndRecord(received, connection, context)
  } finally {
    if (connection.delivered === undefined) ended()
    else connection.delivered.then(ended, ended)
  }
}

const respondAndRecord = async (
  received: ReceivedRequest,
  { onRecorded }: Connection,
  context: RequestContext
): Promise<Response> => {
  const { request, target, now } = received
  const outcome = await respond(received, context)
  const recorded = record(received, outcome, context.journal)
  onRecorded?.(journalCall(recorded))
  if (outcome.deliver !== undefined) return await outcome.deliver(request.signal)
  if (outcome.response === undefined) return Response.error()
  const response = toResponse(outcome.response, now)
  if (context.onResponse !== undefined && outcome.isGenuine && target._tag === "Operation") {
    await context.onResponse({ operation: target.operation.id, response: response.clone() })
  }
  return response
}

const openLoginPage = async (
  request: Request,
  url: URL,
  now: number,
  { state, loginPage }: RequestContext
): Promise<Response> => {
  const page = await loginPage(request, createLoginPageContext(state, url.origin, now))
  return page ?? toResponse(notFound(404), now)
}

const receive = (
  request: Request,
  url: URL,
  target: ReceivedRequest["target"],
  connection: Connection,
  { countBy }: RequestContext,
  now: number
): ReceivedRequest => {
  const address = deviceAddress(request, connection)
  return {
    request,
    // Copied, because the client may change the same `Request` and send it again before the call is recorded.
    headers: [...request.headers],
    url,
    target,
    now,
    address,
    bucket: countBy === "device" ? (deviceBucket(request, target, address) ?? address) : address,
    sent: {
      sender: request.headers.get("ap-device-identifier") ?? address,
      line: lineOf(request, url)
    },
    violations: [],
    notes: [],
    identity: { clientId: undefined, accessTokenId: undefined }
  }
}

/** Characters of the longest URL that is compared. All requests of a method with longer URLs count as the same. */
const longestLine = 1_024

const lineOf = ({ method }: Request, { href }: URL): string =>
  href.length <= longestLine ? `${method} ${href}` : `${method} long URL`

/** The address of a device without one: an address that is reserved for documentation. */
const unknownAddress = "192.0.2.1"

/** Characters of the longest IP address, an IPv4 address in IPv6. A longer string gets no separate bucket. */
const longestAddress = 45

const deviceAddress = (request: Request, connection: Connection): string => {
  const forwarded = request.headers.get("x-forwarded-for")?.trim() ?? ""
  const isForwarded = forwarded !== "" && forwarded.length <= longestAddress
  const address = (isForwarded ? forwarded : connection.address) || unknownAddress
  return canonicalAddress(address) ?? address
}

/** Characters of the longest AP-Device-Identifier that gets a separate bucket. */
const longestDevice = 1_024

/**
 * Returns the bucket of a request that is counted by device, or `undefined` for a request that is counted by address.
 */
const deviceBucket = (request: Request, target: ReceivedRequest["target"], address: string): string | undefined => {
  if (request.headers.has("x-forwarded-for")) return undefined
  if (target._tag === "Operation" && target.operation.id === "performAuthentication") return `login ${address}`
  const device = request.headers.get("ap-device-identifier")
  return device !== null && device.length <= longestDevice ? device : undefined
}

/** Passes a request through the throttle, the checks, the faults and its operation, in this order. */
const respond = async (received: ReceivedRequest, context: RequestContext): Promise<Outcome> => {
  const { state, throttle, waitCheck } = context
  const { request, target, now, violations } = received
  // The throttle does not count the management APIs.
  if (target._tag === "Management") return unread(await serveManagement(received, state), undefined)
  const paidBy = throttle?.admit(received.bucket, now)
  if (throttle !== undefined && paidBy === undefined) {
    waitCheck.noteThrottled(received.sent, now)
    return unread(tooManyRequests(state.random, now), paidBy)
  }
  if (target._tag !== "Operation") {
    return unread(unroutable(target, request, state.settings.readings.unknownPathStatus, violations), paidBy)
  }

  const { operation, parameters } = target
  // Without a body nothing is awaited, because the client may change the request meanwhile.
  const body =
    operation.requestBody === undefined
      ? absentBody
      : await readCallBody(request, operation.requestBody, state.settings.bodyLimit)
  const call = callOf(received, operation, parameters, body)
  checkRequest(call)
  const fault = context.faults.inject(operation.id)
  if (fault === undefined) return { body, paidBy, fault, deliver: undefined, ...performChecked(call, state) }
  const performed = () => performChecked(call, state).response
  const faulted = applyFault(fault, performed, { state, clock: context.clock, now })
  return { ...faulted, body, paidBy, isGenuine: false, fault }
}

/** Creates the outcome of a request whose body was not read. */
const unread = (response: SimulatedResponse, paidBy: PaidBy | undefined): Outcome => ({
  response,
  body: absentBody,
  paidBy,
  isGenuine: true,
  fault: undefined,
  deliver: undefined
})

const callOf = (
  { request, url, address, now, identity, violations, notes }: ReceivedRequest,
  operation: Operation,
  pathParameters: Readonly<Record<string, string>>,
  body: CallBody
): Call => ({
  operation,
  pathParameters,
  query: url.searchParams,
  headers: request.headers,
  body,
  origin: url.origin,
  address,
  now,
  identity,
  violations,
  notes
})

/**
 * Performs the operation. A strict simulator refuses violations before it, or after it if only the operation finds
 * them.
 */
const performChecked = (
  call: Call,
  state: SimulatorState
): { readonly response: SimulatedResponse; readonly isGenuine: boolean } => {
  const refusal = strictResponse(call, state)
  if (refusal !== undefined) return { response: refusal, isGenuine: false }
  const response = perform(call, state)
  const lateRefusal = strictResponse(call, state)
  return { response: lateRefusal ?? response, isGenuine: lateRefusal === undefined }
}

const record = (received: ReceivedRequest, outcome: Outcome, journal: JournalWriter): KeptCall => {
  const { request, headers, url, target, now, address, identity, violations, notes } = received
  const isOperation = target._tag === "Operation"
  return journal.write({
    operation: isOperation ? target.operation.id : undefined,
    method: request.method,
    path: url.pathname,
    pathParameters: isOperation ? target.parameters : {},
    query: url.searchParams,
    headers,
    body: outcome.body,
    address,
    identity,
    at: now,
    response: outcome.response,
    isGenuine: outcome.isGenuine,
    paidBy: outcome.paidBy,
    violations,
    notes,
    fault: outcome.fault === undefined ? undefined : describeFault(outcome.fault)
  })
}
