import { describeFault } from "./faults/describe-fault.ts"
import type { JournalWriter } from "./journal/journal.ts"
import type { Receipt } from "./receipt.ts"
import { toResponse } from "./responses/to-response.ts"
import { settle, type Outcome, type SettlingParts } from "./settle.ts"
import type { SimulatorOptions } from "./simulator-options.ts"

export interface ExchangeParts extends SettlingParts {
  readonly journal: JournalWriter
  readonly onAnswer: SimulatorOptions["onAnswer"]
}

/**
 * Answers one request and notes it in the journal. A connection that breaks is `Response.error()`; a hang rejects with the
 * reason of the request's signal.
 */
export const exchange = async (receipt: Receipt, parts: ExchangeParts): Promise<Response> => {
  const outcome = await settle(receipt, parts)
  note(receipt, outcome, parts.journal)
  const { answer, respond, isGenuine } = outcome
  if (respond !== undefined) return await respond(receipt.request.signal)
  if (answer === undefined) return Response.error()
  const response = toResponse(answer, receipt.now)
  if (parts.onAnswer !== undefined && isGenuine && receipt.target._tag === "Operation") {
    await parts.onAnswer({ operation: receipt.target.operation.id, response: response.clone() })
  }
  return response
}

const note = (receipt: Receipt, outcome: Outcome, journal: JournalWriter): void => {
  const { request, url, target, now, address, identity, violations } = receipt
  const isOperation = target._tag === "Operation"
  journal.write({
    operation: isOperation ? target.operation.id : undefined,
    method: request.method,
    path: url.pathname,
    pathParameters: isOperation ? target.parameters : {},
    query: url.searchParams,
    headers: [...request.headers],
    body: outcome.body,
    address,
    identity,
    at: now,
    answer: outcome.answer,
    isGenuine: outcome.isGenuine,
    paidBy: outcome.paidBy,
    violations,
    fault: outcome.fault === undefined ? undefined : describeFault(outcome.fault)
  })
}
