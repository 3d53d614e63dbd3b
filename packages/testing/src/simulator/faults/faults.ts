import type { OperationId } from "../protocol/operations.ts"
import type { Random } from "../state/random.ts"
import {
  type FaultScript,
  type FaultTarget,
  type FaultTiming,
  nextCalls,
  nthCall,
  rateOfCalls
} from "./fault-schedule.ts"
import { describeFault, type Fault } from "./fault.ts"

/** Scripted faults, by operation. If several faults are due, the earliest applies. */
export interface Faults {
  /** Applies a fault to the next call, or to the next `times` calls. */
  next(target: FaultTarget, fault: Fault, options?: { readonly times?: number }): void
  /** Applies a fault to the n-th call from now; 1 is the next. */
  nth(target: FaultTarget, n: number, fault: Fault): void
  /** Applies a fault to each call with a probability from 0 to 1. Draws come from the simulator's seed. */
  rate(target: FaultTarget, probability: number, fault: Fault): void
  /** Removes all faults. */
  clear(): void
  /** Returns the descriptions of faults that have not applied as often as scripted. */
  unused(): ReadonlyArray<string>
  /** Throws if a scripted fault has not happened, because the test then proves nothing. */
  expectUsed(): void
}

/** The part of the faults that the simulator uses. */
export interface FaultSource {
  inject(operation: OperationId): Fault | undefined
}

const decisionOperations: ReadonlySet<string> = new Set<OperationId>([
  "retrieveAuthorizationDecisions",
  "retrievePreauthorizationDecisions"
])

export const createFaults = (random: Random): Faults & FaultSource => {
  let scripts: FaultScript[] = []

  const add = (target: FaultTarget, fault: Fault, when: string, timing: FaultTiming) => {
    if ("missingDecisions" in fault && !decisionOperations.has(target)) {
      throw new RangeError(
        `Failed to script a fault: \`missingDecisions\` is for the decision operations, not ${target}.`
      )
    }
    const calls = target === "*" ? "of any operation" : `of ${target}`
    scripts.push({ target, fault, timing, description: `${when} ${calls}: ${describeFault(fault)}` })
  }
  const unused = () => scripts.filter(({ timing }) => !timing.isUsed()).map(({ description }) => description)

  return {
    next: (target, fault, { times = 1 } = {}) =>
      add(target, fault, times === 1 ? "next call" : `next ${times} calls`, nextCalls(times)),
    nth: (target, n, fault) => add(target, fault, `call number ${n}`, nthCall(n)),
    rate: (target, probability, fault) =>
      add(target, fault, `${probability * 100} % of the calls`, rateOfCalls(probability, random)),
    clear: () => {
      scripts = []
    },
    unused,
    expectUsed: () => {
      const descriptions = unused().map((description) => `- ${description}`)
      if (descriptions.length === 0) return
      throw new Error(`Faults were scripted and did not happen:\n${descriptions.join("\n")}`)
    },
    inject: (operation) => {
      if (scripts.length === 0) return undefined
      const meant = scripts.filter(({ target }) => target === "*" || target === operation)
      // Every script counts the call, not only the one that applies.
      const [script] = meant.filter(({ timing }) => timing.isDue())
      script?.timing.inject()
      scripts = scripts.filter(({ timing }) => !timing.isOver())
      return script?.fault
    }
  }
}
