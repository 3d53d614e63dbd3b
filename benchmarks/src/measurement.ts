import type { Row } from "./report/row.ts"

/** Something to measure that yields rows of the report. */
export interface Measurement {
  /** What `--only` takes. */
  readonly name: string
  /**
   * What it is busy with. Those that wait run at once and first, and may say nothing about time spent on the processor;
   * those that compute run one after the other, with nothing beside them.
   */
  readonly busy: "waiting" | "computing"
  readonly measure: (run: Run) => Promise<ReadonlyArray<Row>>
}

export interface Run {
  /** A few rounds are enough: somebody tries it out, and the numbers do not count. */
  readonly quick: boolean
  /** Tells what is being done, on stderr. */
  readonly progress: (text: string) => void
}
