import type { DcrErrorCode, EnhancedErrorCode } from "../protocol/schemas.ts"

/**
 * A fault of one call.
 *
 * `status`, `error` or `enhancedError` replaces the response. With `reset` or `hang` there is no response. All other
 * members corrupt the response of the operation. `delay` can be combined with each of them.
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

/** Excludes a second response, which the compiler would accept in a union. */
type Only<Kind extends object> = Kind & { readonly [Other in Exclude<Exclusive, keyof Kind>]?: never }

/** Excludes a fault without effect. */
type AtLeastOne<Parts> = Parts & { [Part in keyof Parts]-?: Required<Pick<Parts, Part>> }[keyof Parts]

export interface FaultTiming {
  /** Milliseconds on the simulator's clock before the response. */
  readonly delay?: number
  /**
   * Whether the server performs the call although its response is replaced or lost: for example, the credentials are
   * registered, but the response is lost. Default `false`.
   */
  readonly processed?: boolean
}

/** A response with this status. 429 has the documented page; any other status has an empty body by default. */
export interface StatusFault {
  readonly status: number
  /** An HTML body; `true` for a page like a gateway's. */
  readonly html?: string | true
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** `{"error": ...}` with status 400, as the DCR operations respond. Accepts any string. */
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

/** There is no response until the caller's signal aborts. */
export interface HangFault {
  readonly hang: true
}

/** Faults of a body in transit. */
export interface CorruptedBody {
  /** The bytes of the body that arrive; `true` for half of them. */
  readonly truncate?: number | true
  /** The body arrives in parts. */
  readonly slowBody?: { readonly bytes: number; readonly everyMilliseconds: number }
  /** A Content-Type that replaces the correct one. */
  readonly contentType?: string
}

/** Faults in the JSON of the operation. */
export interface CorruptedContent {
  /** Members whose values are replaced with undocumented ones. */
  readonly unknownValue?: string | ReadonlyArray<string>
  /** Members that are added to every object; `true` adds one, as a later version of the protocol might. */
  readonly extraMembers?: Readonly<Record<string, unknown>> | true
  /**
   * The missing part of the response of a decision operation, as from servers before 3.9.0 (C-CH-1): the whole `body`,
   * all `decisions`, or the decision for the `last` resource. Each leaves resources undecided.
   */
  readonly missingDecisions?: "body" | "decisions" | "last"
  /** Milliseconds by which the server's clock is ahead: the `Date` header and every timestamp. */
  readonly clockSkew?: number
}

/** Returns the description of a fault for messages and the journal: `status 503, delay 200`. */
export const describeFault = (fault: Fault): string =>
  Object.entries(fault)
    .map(([name, value]) => (value === true ? name : `${name} ${JSON.stringify(value)}`))
    .join(", ")
