import { readCallBody, type CallBody } from "./call/call-body.ts"
import type { Call } from "./call/call.ts"
import type { Clock } from "./clock/clock.ts"
import type { Fault } from "./faults/fault.ts"
import type { FaultSource } from "./faults/faults.ts"
import { runFault } from "./faults/run-fault.ts"
import type { Operation } from "./operations/operation.ts"
import { perform } from "./operations/perform.ts"
import type { Receipt } from "./receipt.ts"
import type { Answer } from "./responses/answer.ts"
import { unroutable } from "./responses/unroutable.ts"
import { checkRequest } from "./strictness/check-request.ts"
import type { Pace } from "./strictness/pace.ts"
import { strictAnswer } from "./strictness/strict-answer.ts"
import type { Throttle } from "./throttle/throttle.ts"
import type { PaidBy } from "./throttle/throttle-model.ts"
import { tooManyRequests } from "./throttle/too-many-requests.ts"
import type { World } from "./world.ts"

/** What stands between a request and its answer. */
export interface SettlingParts {
  readonly world: World
  readonly clock: Clock
  readonly throttle: Throttle | undefined
  readonly pace: Pace
  readonly faults: FaultSource
}

/** What a request comes to. */
export interface Outcome {
  /** `undefined` when there is none. */
  readonly answer: Answer | undefined
  readonly body: CallBody
  readonly paidBy: PaidBy | undefined
  /** Whether the answer is one of Adobe Pass: not a fault's, and not the refusal of a strict simulator. */
  readonly isGenuine: boolean
  readonly fault: Fault | undefined
  /** Gives the response in its own time, where a fault has a say in it. */
  readonly respond: ((signal: AbortSignal) => Promise<Response>) | undefined
}

const noBody: CallBody = { _tag: "None" }

const genuine = (answer: Answer, body: CallBody, paidBy: PaidBy | undefined): Outcome => ({
  answer,
  body,
  paidBy,
  isGenuine: true,
  fault: undefined,
  respond: undefined
})

/** Takes a request through the throttle, the faults and its operation, in this order. */
export const settle = async (receipt: Receipt, parts: SettlingParts): Promise<Outcome> => {
  const { world, throttle, pace } = parts
  const { request, target, now, violations } = receipt
  pace.check(receipt.sender, now, violations)
  const paidBy = throttle?.admit(receipt.address, now)
  if (throttle !== undefined && paidBy === undefined) {
    pace.noteThrottled(receipt.sender, now)
    return genuine(tooManyRequests(world.random, now), noBody, paidBy)
  }
  if (target._tag !== "Operation") {
    const status = world.settings.readings.unknownPathStatus
    return genuine(unroutable(target, request, status, violations), noBody, paidBy)
  }
  const body = await readCallBody(request, target.operation, world.settings.bodyLimit)
  const call = callOf(receipt, target.operation, target.parameters, body)
  checkRequest(call)
  const fault = parts.faults.strike(target.operation.id)
  if (fault === undefined) return { body, paidBy, fault, respond: undefined, ...carryOut(call, world) }
  const carried = () => carryOut(call, world).answer
  const { answer, respond } = runFault(fault, carried, { world, clock: parts.clock, now })
  return { answer, body, paidBy, isGenuine: false, fault, respond }
}

const callOf = (
  { request, url, address, now, identity, violations }: Receipt,
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
  violations
})

/** Performs the operation; a strict simulator refuses before that what it can, and the rest afterwards. */
const carryOut = (call: Call, world: World): Pick<Outcome, "isGenuine"> & { readonly answer: Answer } => {
  const refusal = strictAnswer(call, world)
  if (refusal !== undefined) return { answer: refusal, isGenuine: false }
  const answer = perform(call, world)
  const lateRefusal = strictAnswer(call, world)
  return lateRefusal === undefined ? { answer, isGenuine: true } : { answer: lateRefusal, isGenuine: false }
}
