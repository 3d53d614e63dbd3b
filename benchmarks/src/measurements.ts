import { retryAfter429, throttledCalls } from "./behaviour/throttle.ts"
import { tokenCalls } from "./behaviour/tokens.ts"
import { contestants } from "./contestants/contestants.ts"
import { warmCall } from "./costs/warm-call.ts"
import { footprint } from "./footprint/footprint.ts"
import type { Measurement } from "./measurement.ts"
import { memory } from "./memory/memory.ts"
import { redis } from "./redis/redis.ts"
import type { Column } from "./report/row.ts"
import { simulatorColumns } from "./simulator/columns.ts"
import { simulatorMeasurement } from "./simulator/simulator.ts"
import { usage } from "./usage/usage.ts"

/** All measurements, in the order of their rows. */
export const measurements: ReadonlyArray<Measurement> = [
  tokenCalls,
  retryAfter429,
  throttledCalls,
  warmCall,
  footprint,
  memory,
  usage,
  redis,
  simulatorMeasurement
]

/** All columns, in the order of the tables. */
export const columns: ReadonlyArray<Column> = [...contestants, ...simulatorColumns]
