import type { OperationId } from "../operations/operation.ts"
import type { Random } from "../randomness/random.ts"
import { describeFault } from "./describe-fault.ts"
import type { Fault } from "./fault.ts"
import type { FaultScript, FaultTarget } from "./fault-script.ts"

/** Scripts of what goes wrong, addressed by operation. The first script that strikes a call wins. */
export interface Faults {
  /** Strikes the next call, or the next `times` calls. */
  next(target: FaultTarget, fault: Fault, options?: { readonly times?: number }): void
  /** Strikes the n-th call from now; 1 is the next. */
  nth(target: FaultTarget, n: number, fault: Fault): void
  /** Strikes each call with that probability, drawn from the simulator's seed. */
  rate(target: FaultTarget, probability: number, fault: Fault): void
  /** Takes back every script. */
  clear(): void
  /** Scripts that have not struck as often as they were told to. */
  unused(): readonly string[]
  /** Throws if a script is unused: a test that scripts a fault which never happens proves nothing. */
  expectUsed(): void
}

/** The side of the faults that the simulator asks. */
export interface FaultSource {
  strike(operation: OperationId): Fault | undefined
}

export const createFaults = (random: Random): Faults & FaultSource => {
  let scripts: FaultScript[] = []

  const add = (
    target: FaultTarget,
    fault: Fault,
    when: string,
    script: Omit<FaultScript, "target" | "fault" | "description">
  ) => {
    const calls = target === "*" ? "of any operation" : `of ${target}`
    scripts.push({ target, fault, description: `${when} ${calls}: ${describeFault(fault)}`, ...script })
  }
  const unused = () => scripts.filter((script) => !script.isUsedUp()).map(({ description }) => description)

  return {
    next: (target, fault, { times = 1 } = {}) => {
      let left = times
      const strikes = () => {
        if (left === 0) return false
        left -= 1
        return true
      }
      const isOver = () => left === 0
      add(target, fault, times === 1 ? "next call" : `next ${times} calls`, { strikes, isUsedUp: isOver, isOver })
    },
    nth: (target, n, fault) => {
      let left = n
      const strikes = () => {
        left -= 1
        return left === 0
      }
      const isOver = () => left <= 0
      add(target, fault, `call number ${n}`, { strikes, isUsedUp: isOver, isOver })
    },
    rate: (target, probability, fault) => {
      let struck = false
      const strikes = () => {
        const strike = random.next() < probability
        struck ||= strike
        return strike
      }
      add(target, fault, `${probability * 100} % of the calls`, {
        strikes,
        isUsedUp: () => struck,
        isOver: () => false
      })
    },
    clear: () => {
      scripts = []
    },
    unused,
    expectUsed: () => {
      const left = unused()
      if (left.length === 0) return
      throw new Error(
        `Faults were scripted and did not happen:\n${left.map((description) => `- ${description}`).join("\n")}`
      )
    },
    strike: (operation) => {
      let struck: Fault | undefined
      for (const script of scripts) {
        if (script.target !== "*" && script.target !== operation) continue
        // Every matching script counts the call, so that `nth` means what it says beside others.
        if (struck === undefined && script.strikes()) struck = script.fault
      }
      scripts = scripts.filter((script) => !script.isOver() || !script.isUsedUp())
      return struck
    }
  }
}
