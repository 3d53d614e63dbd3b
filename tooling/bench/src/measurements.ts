import { abortedFirstCaller } from "./behaviour/aborted-first-caller.ts"
import { firstCallers } from "./behaviour/first-callers.ts"
import { retryAfter429 } from "./behaviour/retry-after-429.ts"
import { revokedToken } from "./behaviour/revoked-token.ts"
import { shortLifetime } from "./behaviour/short-lifetime.ts"
import { throttledCalls } from "./behaviour/throttled-calls.ts"
import type { Measurement } from "./measurement.ts"

/** All measurements, in the order of their rows in the report. */
export const measurements: ReadonlyArray<Measurement> = [
  firstCallers,
  shortLifetime,
  revokedToken,
  abortedFirstCaller,
  retryAfter429,
  throttledCalls
]
