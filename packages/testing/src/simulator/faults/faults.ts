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

/** Scripts of what goes wrong, by operation. If several faults are due, the earliest applies. */
export interface Faults {
  /** Applies to the next call, or the next `times` calls. */
  next(target: FaultTarget, fault: Fault, options?: { readonly times?: number }): void
  /** Applies to the n-th call from now; 1 is the next. */
  nth(target: FaultTarget, n: number, fault: Fault): void
  /** Applies to each call with that probability, from 0 to 1, drawn from the simulator's seed. */
  rate(target: FaultTarget, probability: number, fault: Fault): void
  /** Removes every script. */
  clear(): void
  /** Describes the scripts that have not applied as often as they were meant to. */
  unused(): ReadonlyArray<string>
  /** Throws if a script is unused: a test that scripts a fault which never happens proves nothing. */
  expectUsed(): void
}

/** What the simulator needs of the faults. */
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
      // Each of them counts the call, not only the one that applies.
      const [script] = meant.filter(({ timing }) => timing.isDue())
      script?.timing.inject()
      scripts = scripts.filter(({ timing }) => !timing.isOver())
      return script?.fault
    }
  }
}
