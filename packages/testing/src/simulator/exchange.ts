import { readCallBody, type CallBody } from "./call/call-body.ts"
import { reject, type Violation } from "./call/violation.ts"
import type { Clock } from "./clock/clock.ts"
import { describeFault } from "./faults/describe-fault.ts"
import { faultAnswer } from "./faults/fault-answer.ts"
import type { FaultSource } from "./faults/faults.ts"
import { journalCall } from "./journal/journal-call.ts"
import type { JournalWriter } from "./journal/journal.ts"
import { perform } from "./operations/perform.ts"
import type { Route } from "./operations/router.ts"
import { gatewayPage, notFound } from "./responses/gateway-page.ts"
import { empty, type Answer } from "./responses/answer.ts"
import { toResponse } from "./responses/to-response.ts"
import type { Throttle } from "./throttle/throttle.ts"
import { tooManyRequests } from "./throttle/too-many-requests.ts"
import type { World } from "./world.ts"

/** What a simulator is made of, as far as an exchange needs it. */
export interface ExchangeParts {
  readonly world: World
  readonly clock: Clock
  readonly throttle: Throttle | undefined
  readonly faults: FaultSource
  readonly journal: JournalWriter
}

export interface Connection {
  /** The client's address; `X-Forwarded-For` takes precedence. */
  readonly address?: string
}

type ApiRoute = Exclude<Route, { readonly _tag: "Elsewhere" }>

/** A device whose address nobody tells: an address reserved for documentation. */
const unknownAddress = "192.0.2.1"

const addressOf = (request: Request, connection: Connection) =>
  request.headers.get("x-forwarded-for")?.trim() || connection.address || unknownAddress

/** Takes one request to the two APIs through throttle, faults and operation; every step is in the journal. */
export const exchange = async (
  request: Request,
  url: URL,
  target: ApiRoute,
  connection: Connection,
  parts: ExchangeParts
): Promise<Response> => {
  const { world, clock, journal } = parts
  const now = clock.now()
  const address = addressOf(request, connection)
  const operation = target._tag === "Operation" ? target.operation : undefined
  const violations: Violation[] = []
  const paidBy = parts.throttle?.admit(address, now)
  const isThrottled = parts.throttle !== undefined && paidBy === undefined

  const record = (status: number | undefined, body: CallBody, fault?: string) =>
    journal.write(
      journalCall({
        operation: operation?.id,
        method: request.method,
        path: url.pathname,
        pathParameters: target._tag === "Operation" ? target.parameters : {},
        query: url.searchParams,
        headers: [...request.headers],
        body,
        address,
        at: now,
        status,
        paidBy,
        violations,
        fault
      })
    )

  if (isThrottled) {
    const answer = tooManyRequests(world.random, now)
    record(answer.status, { _tag: "None" })
    return toResponse(answer, now)
  }
  if (target._tag !== "Operation") {
    const answer = unroutable(target, request, violations)
    record(answer.status, { _tag: "None" })
    return toResponse(answer, now)
  }

  const body = await readCallBody(request, target.operation, world.settings.bodyLimit)
  const carryOut = () =>
    perform(
      {
        operation: target.operation,
        pathParameters: target.parameters,
        query: url.searchParams,
        headers: request.headers,
        body,
        origin: url.origin,
        now,
        violations
      },
      world
    )

  const fault = parts.faults.strike(target.operation.id)
  if (fault === undefined) {
    const answer = carryOut()
    record(answer.status, body)
    return toResponse(answer, now)
  }

  const replacement = faultAnswer(fault, world, now)
  const isSilent = "reset" in fault || "hang" in fault
  const performed = fault.processed === true || (replacement === undefined && !isSilent) ? carryOut() : undefined
  const answer = isSilent ? undefined : (replacement ?? performed ?? empty(500))
  record(answer?.status, body, describeFault(fault))
  if (fault.delay !== undefined) await clock.sleep(fault.delay, request.signal)
  if ("hang" in fault) return await untilAborted(request.signal)
  return answer === undefined ? Response.error() : toResponse(answer, clock.now())
}

const unroutable = (
  target: Exclude<ApiRoute, { readonly _tag: "Operation" }>,
  request: Request,
  violations: Violation[]
): Answer => {
  if (target._tag === "UnknownPath") {
    reject({ violations }, "path", "No operation has this path.")
    return notFound()
  }
  const allowed = target.allowed.join(", ")
  reject({ violations }, "method", `${target.path} takes ${allowed}, not ${request.method}.`)
  return gatewayPage(405, "Not Allowed", [["allow", allowed]])
}

/** Rejects with the signal's reason once it aborts; otherwise never settles. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject_) => {
    if (signal.aborted) return reject_(signal.reason)
    signal.addEventListener("abort", () => reject_(signal.reason), { once: true })
  })
