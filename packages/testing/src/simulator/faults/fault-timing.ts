import type { Random } from "../randomness/random.ts"
import type { FaultTiming } from "./fault-script.ts"

/** The next `times` calls. */
export const nextCalls = (times: number): FaultTiming => {
  expectCount(times, "times")
  let left = times
  return {
    isDue: () => left > 0,
    strike: () => {
      left -= 1
    },
    isUsed: () => left === 0,
    isOver: () => left === 0
  }
}

/** The n-th call; a later one if another fault struck that. */
export const nthCall = (n: number): FaultTiming => {
  expectCount(n, "n")
  let calls = 0
  let hasStruck = false
  return {
    isDue: () => {
      calls += 1
      return calls >= n && !hasStruck
    },
    strike: () => {
      hasStruck = true
    },
    isUsed: () => hasStruck,
    isOver: () => hasStruck
  }
}

/** Each call with that probability. */
export const rateOfCalls = (probability: number, random: Random): FaultTiming => {
  if (!(probability > 0 && probability <= 1)) {
    throw new RangeError(
      `Failed to script a fault: the probability is ${probability}. It has to be above 0 and at most 1.`
    )
  }
  let hasStruck = false
  return {
    isDue: () => random.next() < probability,
    strike: () => {
      hasStruck = true
    },
    isUsed: () => hasStruck,
    isOver: () => false
  }
}

const expectCount = (count: number, name: string): void => {
  if (Number.isInteger(count) && count >= 1) return
  throw new RangeError(`Failed to script a fault: \`${name}\` is ${count}. It has to be 1 or more; 1 is the next call.`)
}
