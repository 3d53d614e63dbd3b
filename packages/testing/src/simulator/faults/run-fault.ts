import type { Clock } from "../clock/clock.ts"
import { empty, type Answer } from "../responses/answer.ts"
import { toResponse } from "../responses/to-response.ts"
import type { World } from "../world.ts"
import { faultAnswer } from "./fault-answer.ts"
import type { Fault, SpoiledBody, SpoiledContent } from "./fault.ts"
import { spoilBody } from "./spoil-body.ts"
import { spoilContent } from "./spoil-content.ts"

/** What a call comes to when a fault strikes it. */
export interface FaultedAnswer {
  /** `undefined` when there is none. */
  readonly answer: Answer | undefined
  /** Becomes what the caller gets, in its own time; `Response.error()` for a broken connection. */
  readonly respond: (signal: AbortSignal) => Promise<Response>
}

/** Carries out the call if the fault lets it, and decides what becomes of the answer. */
export const runFault = (
  fault: Fault,
  carryOut: () => Answer,
  { world, clock, now }: { readonly world: World; readonly clock: Clock; readonly now: number }
): FaultedAnswer => {
  const isSilent = fault.reset === true || fault.hang === true
  const replacement = faultAnswer(fault, world, now)
  const isCarriedOut = fault.processed === true || (!isSilent && replacement === undefined)
  const own = isCarriedOut ? carryOut() : empty(500)
  const answer = isSilent ? undefined : (replacement ?? spoilContent(own, contentOf(fault)))

  return {
    answer,
    respond: async (signal) => {
      if (fault.delay !== undefined) await clock.sleep(fault.delay, signal)
      if (fault.hang === true) return await untilAborted(signal)
      if (answer === undefined) return Response.error()
      const response = toResponse(answer, clock.now() + (contentOf(fault).clockSkew ?? 0))
      return await spoilBody(response, bodyOf(fault), clock, signal)
    }
  }
}

const contentOf = (fault: Fault): SpoiledContent =>
  "unknownValue" in fault || "extraMembers" in fault || "clockSkew" in fault ? fault : {}

const bodyOf = (fault: Fault): SpoiledBody =>
  "truncate" in fault || "slowBody" in fault || "contentType" in fault ? fault : {}

/** Rejects with the signal's reason once it aborts; otherwise never settles. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  })
