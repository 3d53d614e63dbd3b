import type { OperationId } from "../operations/operation.ts"
import type { Fault } from "./fault.ts"

/** Which operations a script is for; `*` is every one. */
export type FaultTarget = OperationId | "*"

/** When a fault strikes. */
export interface FaultScript {
  readonly target: FaultTarget
  readonly fault: Fault
  /** Says whether the fault strikes this call, counting it. */
  readonly strikes: () => boolean
  /** Whether it has struck as often as it was told to; a rate has once it struck at all. */
  readonly isUsedUp: () => boolean
  /** Whether it can never strike again. */
  readonly isOver: () => boolean
  /** For messages: `next 2 calls of registerClient: status 503`. */
  readonly description: string
}
