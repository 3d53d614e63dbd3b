import type { DcrErrorCode, EnhancedErrorCode } from "../protocol/schemas.ts"

/**
 * What goes wrong with one call.
 *
 * Exactly one of `status`, `error` and `enhancedError` replaces the response; `reset` and `hang` leave none; without either,
 * the operation's own response is corrupted. `delay` combines with each of them, or stands alone.
 *
 * @example
 * ```ts
 * simulator.faults.next("retrieveAccessToken", { status: 503 })
 * simulator.faults.next("registerClient", { reset: true, processed: true }) // registered, and the response is lost
 * simulator.faults.nth("retrieveProfiles", 2, { unknownValue: "type", delay: 200 })
 * ```
 */
export type Fault = FaultTiming &
  (
    | (Only<StatusFault> & CorruptedBody)
    | (Only<DcrErrorFault> & CorruptedBody)
    | (Only<EnhancedErrorFault> & CorruptedBody)
    | Only<ResetFault>
    | Only<HangFault>
    | (Only<object> & AtLeastOne<CorruptedBody & CorruptedContent & Pick<FaultTiming, "delay">>)
  )

type Exclusive = "status" | "error" | "enhancedError" | "reset" | "hang"

/** Rules out a second response, which the compiler would accept in a union. */
type Only<Kind extends object> = Kind & { readonly [Other in Exclude<Exclusive, keyof Kind>]?: never }

/** Rules out a fault in which nothing goes wrong. */
type AtLeastOne<Parts> = Parts & { [Part in keyof Parts]-?: Required<Pick<Parts, Part>> }[keyof Parts]

export interface FaultTiming {
  /** Milliseconds on the simulator's clock before the response. */
  readonly delay?: number
  /**
   * Whether the server performs the call although it responds something else or nothing: the credentials are registered, and
   * the response lost. Default false.
   */
  readonly processed?: boolean
}

/** A response with that status. 429 is the documented page; any other is empty unless a body is given. */
export interface StatusFault {
  readonly status: number
  /** HTML body; `true` for a page like that of a gateway. */
  readonly html?: string | true
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** `{"error": ...}` with status 400, as the DCR operations respond. Any string: the set may grow. */
export interface DcrErrorFault {
  readonly error: DcrErrorCode | (string & {})
}

/** A code of the catalogue as the whole response, with its status. */
export interface EnhancedErrorFault {
  readonly enhancedError: EnhancedErrorCode
  readonly details?: string
}

/** The connection breaks: `fetch` rejects with a `TypeError`. */
export interface ResetFault {
  readonly reset: true
}

/** No response: the call ends when its signal aborts. */
export interface HangFault {
  readonly hang: true
}

/** What may happen to any body on its way. */
export interface CorruptedBody {
  /** Bytes of the body that arrive; `true` for half of them. */
  readonly truncate?: number | true
  /** The body arrives in parts. */
  readonly slowBody?: { readonly bytes: number; readonly everyMilliseconds: number }
  /** Content-Type in place of the right one; the body stays. */
  readonly contentType?: string
}

/** What may happen to the content of the operation's own JSON. */
export interface CorruptedContent {
  /** Members whose value becomes one that no specification knows. */
  readonly unknownValue?: string | ReadonlyArray<string>
  /** Members added to every object; `true` for one that stands for a later version. */
  readonly extraMembers?: Readonly<Record<string, unknown>> | true
  /**
   * What is missing from the response of a decision operation, as from servers before 3.9.0 (C-CH-1): the whole `body`,
   * all `decisions`, or the decision on the `last` resource. Each means undecided.
   */
  readonly missingDecisions?: "body" | "decisions" | "last"
  /** Milliseconds by which the server's clock is ahead: the `Date` header and every timestamp. */
  readonly clockSkew?: number
}

/** `status 503, delay 200`: the parts of a fault, for messages and the journal. */
export const describeFault = (fault: Fault): string =>
  Object.entries(fault)
    .map(([name, value]) => (value === true ? name : `${name} ${JSON.stringify(value)}`))
    .join(", ")
