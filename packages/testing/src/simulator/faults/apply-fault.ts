import type { Clock } from "../clock/clock.ts"
import { empty, type SimulatedResponse, toResponse } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"
import { corruptBody } from "./corrupt-body.ts"
import { corruptContent } from "./corrupt-content.ts"
import type { CorruptedBody, CorruptedContent, Fault } from "./fault.ts"
import { replacementResponse } from "./replacement-response.ts"

/** The result of a call with a fault. */
export interface FaultedResponse {
  /** The response; `undefined` if the client receives none. */
  readonly response: SimulatedResponse | undefined
  /** Resolves to the response when the client receives it, or to `Response.error()` for a broken connection. */
  readonly deliver: (signal: AbortSignal) => Promise<Response>
}

/** Performs the call unless the fault prevents it, and applies the fault to its response. */
export const applyFault = (
  fault: Fault,
  perform: () => SimulatedResponse,
  { state, clock, now }: { readonly state: SimulatorState; readonly clock: Clock; readonly now: number }
): FaultedResponse => {
  const isSilent = fault.reset === true || fault.hang === true
  const replacement = replacementResponse(fault, state, now)
  const isPerformed = fault.processed === true || (!isSilent && replacement === undefined)
  const own = isPerformed ? perform() : empty(500)
  const response = isSilent ? undefined : (replacement ?? corruptContent(own, contentOf(fault)))

  return {
    response,
    deliver: async (signal) => {
      if (fault.delay !== undefined) await clock.sleep(fault.delay, signal)
      if (fault.hang === true) return await untilAborted(signal)
      if (response === undefined) return Response.error()
      const whole = toResponse(response, clock.now() + (contentOf(fault).clockSkew ?? 0))
      return await corruptBody(whole, bodyOf(fault), clock, signal)
    }
  }
}

const contentOf = (fault: Fault): CorruptedContent =>
  "unknownValue" in fault || "extraMembers" in fault || "missingDecisions" in fault || "clockSkew" in fault ? fault : {}

const bodyOf = (fault: Fault): CorruptedBody =>
  "truncate" in fault || "slowBody" in fault || "contentType" in fault ? fault : {}

/** Rejects with the signal's reason once it aborts; otherwise never settles. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  })
