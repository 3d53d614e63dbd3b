import type { Measurement } from "./measurement.ts"

/** All measurements, in the order of their rows in the report. */
export const measurements: ReadonlyArray<Measurement> = []
