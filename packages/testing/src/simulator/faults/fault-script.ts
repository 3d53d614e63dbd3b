import type { OperationId } from "../operations/operation.ts"
import type { Fault } from "./fault.ts"

/** Which operations a script is for; `*` is every one. */
export type FaultTarget = OperationId | "*"

/** A fault and when it strikes. */
export interface FaultScript {
  readonly target: FaultTarget
  readonly fault: Fault
  readonly timing: FaultTiming
  /** For messages: `next 2 calls of registerClient: status 503`. */
  readonly description: string
}

export interface FaultTiming {
  /** Asked once for each call of the target, which it counts: may the fault strike this one? */
  readonly isDue: () => boolean
  /** The fault strikes. */
  readonly strike: () => void
  /** Whether it has struck as often as it was told to; at a rate, whether it has struck at all. */
  readonly isUsed: () => boolean
  /** Whether it can never strike again. */
  readonly isOver: () => boolean
}
