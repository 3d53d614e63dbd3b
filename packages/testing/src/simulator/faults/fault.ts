import type { DcrErrorCode } from "../responses/dcr-error.ts"
import type { EnhancedErrorCode } from "../responses/enhanced-error.ts"

/**
 * What goes wrong with one call. Exactly one of `status`, `error`, `enhancedError`, `reset` and `hang`; `delay` goes with
 * each of them, or alone.
 */
export type Fault = (StatusFault | DcrErrorFault | EnhancedErrorFault | ResetFault | HangFault | DelayFault) & {
  /** Milliseconds on the simulator's clock before the answer. */
  readonly delay?: number
  /**
   * Whether the server carries out the call before the fault strikes: the pair is registered, and the answer lost.
   * Default false. A fault that keeps the answer always carries it out.
   */
  readonly processed?: boolean
}

/** An answer with that status. 429 is the documented page; any other is empty unless a body is given. */
export interface StatusFault {
  readonly status: number
  /** HTML body; `true` for a page like that of a gateway. */
  readonly html?: string | true
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** `{"error": ...}` with status 400, as the DCR operations answer. Any string: the set may grow. */
export interface DcrErrorFault {
  readonly error: DcrErrorCode | (string & {})
}

/** A code of the catalogue as the whole answer, with its status. */
export interface EnhancedErrorFault {
  readonly enhancedError: EnhancedErrorCode
  readonly details?: string
}

/** The connection breaks: `fetch` rejects with a `TypeError`. */
export interface ResetFault {
  readonly reset: true
}

/** No answer, ever: the call ends when its signal aborts. */
export interface HangFault {
  readonly hang: true
}

export interface DelayFault {
  readonly delay: number
}
