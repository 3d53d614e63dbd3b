import type { Measurement, Run } from "./measurement.ts"
import type { Row } from "./report/row.ts"

/** Runs those that wait all at once, then the others one by one; yields the rows in the order of the measurements. */
export const runMeasurements = async (
  measurements: ReadonlyArray<Measurement>,
  run: Run
): Promise<ReadonlyArray<Row>> => {
  const rows = new Map<Measurement, ReadonlyArray<Row>>()
  const measure = async (measurement: Measurement): Promise<void> => {
    const start = performance.now()
    run.progress(`${measurement.name} …`)
    rows.set(
      measurement,
      await measurement.measure({ ...run, progress: (text) => run.progress(`${measurement.name}: ${text}`) })
    )
    run.progress(`${measurement.name} took ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
  await Promise.all(measurements.filter(({ busy }) => busy === "waiting").map(measure))
  for (const measurement of measurements) if (busyComputing(measurement)) await measure(measurement)
  return measurements.flatMap((measurement) => rows.get(measurement) ?? [])
}

const busyComputing = ({ busy }: Measurement): boolean => busy === "computing"
