import type { JournalCall, OperationId, PaidBy, Violation } from "@tve-pass/testing/simulator"

/** Who sent a request. */
export type Sender = "television" | "phone" | "other"

/** One request and its response as they went over the wire. Nothing in it is secret: the simulator invented it all. */
export interface Exchange {
  /** Counts from 1 in each run. */
  readonly id: number
  readonly sender: Sender
  /** `undefined` for the login page of the MVPD, and for unknown paths. */
  readonly operation: OperationId | undefined
  readonly method: string
  /** Path and query. */
  readonly path: string
  /** Address of the device, which the throttle counts. */
  readonly address: string
  /** Simulated time, in milliseconds since the epoch. */
  readonly startedAt: number
  /** Absent while no response has arrived. */
  readonly endedAt?: number
  readonly request: Message
  /** Absent while none has arrived, and if none will: a broken connection, or a caller that gave up. */
  readonly response?: Message & { readonly status: number }
  /** How the exchange ended without a response. */
  readonly broken?: boolean
  /** What the throttle took; `undefined` if it refused the request, or does not count it. */
  readonly paidBy: PaidBy | undefined
  readonly violations: ReadonlyArray<Violation>
  readonly notes: ReadonlyArray<string>
  /** The fault that was injected, in words. */
  readonly fault: string | undefined
  /** Whose access token the request carried. */
  readonly clientId: string | undefined
  readonly deviceIdentifier: string | undefined
  readonly deviceInfo: JournalCall["deviceInfo"]
}

/** Headers and body of a request or a response. */
export interface Message {
  readonly headers: ReadonlyArray<readonly [string, string]>
  /** As it was sent; empty if there was none. */
  readonly body: string
}
