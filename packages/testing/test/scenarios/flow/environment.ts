import type { OperationId } from "../../../src/index.ts"

/** Where a journey takes place: how calls reach the simulator, and how time passes there. */
export interface Environment {
  readonly origin: string
  /** Carries the calls of applications. */
  readonly fetch: (request: Request) => Promise<Response>
  /** Carries the navigations of a user agent; never follows redirects by itself. */
  readonly navigate: (request: Request) => Promise<Response>
  /** Lets a few seconds pass, where a test controls the time. */
  readonly pause: () => void
  readonly record: (step: RecordedStep) => void
}

/** What one call came to. Plain data: it leaves the browser. */
export interface RecordedStep {
  readonly operation: OperationId
  readonly status: number
  readonly outcome: string
  readonly contentType: string | null
  /** JSON as a value, anything else as text. */
  readonly body: unknown
}
