import type { OperationId } from "../protocol/operations.ts"
import type { Random } from "../state/random.ts"
import type { Fault } from "./fault.ts"

/** Which operations a script is for; `*` is every one. */
export type FaultTarget = OperationId | "*"

/** A fault and when it applies. */
export interface FaultScript {
  readonly target: FaultTarget
  readonly fault: Fault
  readonly timing: FaultTiming
  /** For messages: `next 2 calls of registerClient: status 503`. */
  readonly description: string
}

export interface FaultTiming {
  /** Counts a call of the target and returns whether the fault may apply to it. */
  readonly isDue: () => boolean
  /** The fault applies. */
  readonly inject: () => void
  /** Whether it has applied as often as scripted; at a rate, whether it has applied at all. */
  readonly isUsed: () => boolean
  /** Whether it can never apply again. */
  readonly isOver: () => boolean
}

/** The next `times` calls. */
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

/** The n-th call; a later one if another fault applied to that. */
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

/** Each call with that probability. */
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
