import type { JournalCall, OperationId, PaidBy, Violation } from "@tve-pass/testing/simulator"

/** The sender of a request. */
export type Sender = "television" | "phone" | "other"

/** One request and its response, as they were sent. Nothing in it is secret, because the simulator invents all data. */
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
  /** Absent until a response has arrived. */
  readonly endedAt?: number
  readonly request: Message
  /** Absent until the response arrives; permanently absent after a broken connection or an abort. */
  readonly response?: Message & { readonly status: number }
  /** Whether the exchange ended without a response. */
  readonly broken?: boolean
  /** The allowance that the throttle used; `undefined` if it refused the request, or does not count it. */
  readonly paidBy: PaidBy | undefined
  readonly violations: ReadonlyArray<Violation>
  readonly notes: ReadonlyArray<string>
  /** The description of the injected fault. */
  readonly fault: string | undefined
  /** The client of the access token of the request. */
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
