import { readCallBody, type CallBody } from "./call/call-body.ts"
import type { Call, CallIdentity } from "./call/call.ts"
import type { Violation } from "./call/violation.ts"
import type { Clock } from "./clock/clock.ts"
import { describeFault } from "./faults/describe-fault.ts"
import type { Fault } from "./faults/fault.ts"
import type { FaultSource } from "./faults/faults.ts"
import { runFault } from "./faults/run-fault.ts"
import type { JournalWriter } from "./journal/journal.ts"
import { perform } from "./operations/perform.ts"
import type { Route } from "./operations/router.ts"
import type { Answer } from "./responses/answer.ts"
import { toResponse } from "./responses/to-response.ts"
import { unroutable } from "./responses/unroutable.ts"
import type { SimulatorOptions } from "./simulator-options.ts"
import { checkRequest } from "./strictness/check-request.ts"
import type { Pace } from "./strictness/pace.ts"
import { strictAnswer } from "./strictness/strict-answer.ts"
import type { Throttle } from "./throttle/throttle.ts"
import { tooManyRequests } from "./throttle/too-many-requests.ts"
import type { World } from "./world.ts"

/** What a simulator is made of, as far as an exchange needs it. */
export interface ExchangeParts {
  readonly world: World
  readonly clock: Clock
  readonly throttle: Throttle | undefined
  readonly pace: Pace
  readonly faults: FaultSource
  readonly journal: JournalWriter
  readonly onAnswer: SimulatorOptions["onAnswer"]
}

export interface Connection {
  /** The client's address; `X-Forwarded-For` takes precedence. */
  readonly address?: string
}

type ApiRoute = Exclude<Route, { readonly _tag: "Elsewhere" }>

const noBody: CallBody = { _tag: "None" }

/** A device whose address nobody tells: an address reserved for documentation. */
const unknownAddress = "192.0.2.1"

/** Takes one request to the two APIs through throttle, faults and operation; every step is in the journal. */
export const exchange = async (
  request: Request,
  url: URL,
  target: ApiRoute,
  connection: Connection,
  parts: ExchangeParts
): Promise<Response> => {
  const { world, clock, throttle, pace } = parts
  const { headers } = request
  const now = clock.now()
  const address = headers.get("x-forwarded-for")?.trim() || connection.address || unknownAddress
  const violations: Violation[] = []
  const identity: CallIdentity = { clientId: undefined, accessTokenId: undefined }

  const sender = headers.get("ap-device-identifier") ?? address
  pace.check(sender, now, violations)
  const paidBy = throttle?.admit(address, now)

  const record = (answer: Answer | undefined, body: CallBody, fault?: Fault) =>
    parts.journal.write({
      operation: target._tag === "Operation" ? target.operation.id : undefined,
      method: request.method,
      path: url.pathname,
      pathParameters: target._tag === "Operation" ? target.parameters : {},
      query: url.searchParams,
      headers: [...headers],
      body,
      address,
      at: now,
      answer,
      paidBy,
      identity,
      violations,
      fault: fault === undefined ? undefined : describeFault(fault)
    })

  if (throttle !== undefined && paidBy === undefined) {
    pace.noteThrottled(sender, now)
    const answer = tooManyRequests(world.random, now)
    record(answer, noBody)
    return toResponse(answer, now)
  }
  if (target._tag !== "Operation") {
    const answer = unroutable(target, request, world.settings.readings.unknownPathStatus, violations)
    record(answer, noBody)
    return toResponse(answer, now)
  }

  const { operation, parameters: pathParameters } = target
  const body = await readCallBody(request, operation, world.settings.bodyLimit)
  const { searchParams: query, origin } = url
  const call: Call = { operation, pathParameters, query, headers, body, origin, address, now, identity, violations }
  checkRequest(call)

  const fault = parts.faults.strike(operation.id)
  if (fault === undefined) {
    const answer = carryOut(call, world)
    record(answer, body)
    const response = toResponse(answer, now)
    if (parts.onAnswer !== undefined) {
      await parts.onAnswer({ operation: operation.id, response: response.clone() })
    }
    return response
  }
  const faulted = runFault(fault, () => carryOut(call, world), { world, clock, now })
  record(faulted.answer, body, fault)
  return await faulted.response(request.signal)
}

/** Performs the operation; a strict simulator refuses before that what it can, and the rest afterwards. */
const carryOut = (call: Call, world: World): Answer => {
  const refusal = strictAnswer(call, world)
  if (refusal !== undefined) return refusal
  const answer = perform(call, world)
  return strictAnswer(call, world) ?? answer
}
