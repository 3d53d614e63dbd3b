import type { Row } from "./report/row.ts"

/** Measures something and resolves to rows of the report. */
export interface Measurement {
  /** For `--only`. */
  readonly name: string
  /**
   * What takes its time. Measurements that wait run first and together, and must not measure time on the processor; those
   * that compute run one at a time, alone.
   */
  readonly busy: "waiting" | "computing"
  readonly measure: (run: Run) => Promise<ReadonlyArray<Row>>
}

export interface Run {
  /** Whether a few rounds are enough, to try the program; the numbers mean nothing. */
  readonly quick: boolean
  /** Reports progress on stderr. */
  readonly progress: (text: string) => void
}

/** Runs the measurements that wait together, then the others one by one. Keeps the order of the rows. */
export const runMeasurements = async (
  measurements: ReadonlyArray<Measurement>,
  run: Run
): Promise<ReadonlyArray<Row>> => {
  const rows = new Map<Measurement, ReadonlyArray<Row>>()
  const measure = async (measurement: Measurement): Promise<void> => {
    const start = performance.now()
    const progress = (text: string): void => run.progress(`${measurement.name}: ${text}`)
    rows.set(measurement, await measurement.measure({ ...run, progress }))
    progress(`took ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
  await Promise.all(measurements.filter(({ busy }) => busy === "waiting").map(measure))
  for (const measurement of measurements.filter(({ busy }) => busy === "computing")) await measure(measurement)
  return measurements.flatMap((measurement) => rows.get(measurement) ?? [])
}
