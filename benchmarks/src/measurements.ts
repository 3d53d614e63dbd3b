import { abortedFirstCaller } from "./behaviour/aborted-first-caller.ts"
import { firstCallers } from "./behaviour/first-callers.ts"
import { retryAfter429 } from "./behaviour/retry-after-429.ts"
import { revokedToken } from "./behaviour/revoked-token.ts"
import { shortLifetime } from "./behaviour/short-lifetime.ts"
import { throttledCalls } from "./behaviour/throttled-calls.ts"
import { warmCall } from "./costs/warm-call.ts"
import { footprint } from "./footprint/footprint.ts"
import { memory } from "./footprint/memory.ts"
import type { Measurement } from "./measurement.ts"
import { simulatorMeasurement } from "./simulator/simulator.ts"

/** All measurements, in the order of their rows in the report. */
export const measurements: ReadonlyArray<Measurement> = [
  firstCallers,
  shortLifetime,
  revokedToken,
  abortedFirstCaller,
  retryAfter429,
  throttledCalls,
  warmCall,
  footprint,
  memory,
  simulatorMeasurement
]
