import type { OperationId } from "../protocol/operations.ts"
import type { Random } from "../state/random.ts"
import type { Fault } from "./fault.ts"

/** The operation of a fault; `*` means every operation. */
export type FaultTarget = OperationId | "*"

/** A fault with its schedule. */
export interface FaultScript {
  readonly target: FaultTarget
  readonly fault: Fault
  readonly timing: FaultTiming
  /** A description for messages: `next 2 calls of registerClient: status 503`. */
  readonly description: string
}

export interface FaultTiming {
  /** Counts a call of the target and returns whether the fault may apply to it. */
  readonly isDue: () => boolean
  /** Records that the fault applies. */
  readonly inject: () => void
  /** Returns whether it has applied as often as scripted; at a rate, whether it has applied at all. */
  readonly isUsed: () => boolean
  /** Returns whether it can never apply again. */
  readonly isOver: () => boolean
}

/** Creates the schedule of the next `times` calls. */
export const nextCalls = (times: number): FaultTiming => {
  expectCount(times, "times")
  let left = times
  return {
    isDue: () => left > 0,
    inject: () => {
      left -= 1
    },
    isUsed: () => left === 0,
    isOver: () => left === 0
  }
}

/** Creates the schedule of the n-th call, or of a later one if another fault applied to that. */
export const nthCall = (n: number): FaultTiming => {
  expectCount(n, "n")
  let calls = 0
  let hasApplied = false
  return {
    isDue: () => {
      calls += 1
      return calls >= n && !hasApplied
    },
    inject: () => {
      hasApplied = true
    },
    isUsed: () => hasApplied,
    isOver: () => hasApplied
  }
}

/** Creates the schedule of each call with a probability. */
export const rateOfCalls = (probability: number, random: Random): FaultTiming => {
  if (!(probability > 0 && probability <= 1)) {
    throw new RangeError(
      `Failed to script a fault: the probability is ${probability}. It has to be above 0 and at most 1.`
    )
  }
  let hasApplied = false
  return {
    isDue: () => random.next() < probability,
    inject: () => {
      hasApplied = true
    },
    isUsed: () => hasApplied,
    isOver: () => false
  }
}

const expectCount = (count: number, name: string): void => {
  if (Number.isInteger(count) && count >= 1) return
  throw new RangeError(`Failed to script a fault: \`${name}\` is ${count}. It has to be 1 or more; 1 is the next call.`)
}
