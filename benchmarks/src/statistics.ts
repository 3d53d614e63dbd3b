import { interquartileRange, median } from "simple-statistics"

const cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

/** Returns the microseconds of processor time that this thread has used; other processes of the machine hardly change it. */
export const processorTime = (): number => {
  // Linux accounts for the time of a thread when that sleeps, and otherwise only every few milliseconds.
  Atomics.wait(cell, 0, 0, 0.05)
  const { user, system } = process.threadCpuUsage()
  return user + system
}

/** A function that measures something once and returns a number. */
export type Measure = () => Promise<number> | number

/** One number for each round, by the name of what was measured. */
export type Series<Name extends string> = { readonly [Key in Name]: ReadonlyArray<number> }

/**
 * Runs every measure once a round, so that a change of the machine's speed affects all of them. Every second round runs in
 * reverse, and the order then starts with another measure.
 */
export const measureInTurn = async <Name extends string>(
  measures: { readonly [Key in Name]: Measure },
  rounds: number
): Promise<Series<Name>> => {
  // Boundary: Object.keys forgets the type of the keys.
  const names = Object.keys(measures) as Array<Name>
  const series = Object.fromEntries(names.map((name) => [name, new Array<number>()])) as Record<Name, Array<number>>
  for (let round = 0; round < rounds; round++) {
    const start = Math.floor(round / 2) % names.length
    const order = [...names.slice(start), ...names.slice(0, start)]
    for (const name of round % 2 === 0 ? order : order.toReversed()) series[name].push(await measures[name]())
  }
  return series
}

/** The differences of two series, round by round. */
export const differencesOf = (ones: ReadonlyArray<number>, others: ReadonlyArray<number>): Array<number> =>
  ones.map((one, round) => one - (others[round] ?? Number.NaN))

export const medianOf = (numbers: ReadonlyArray<number>): number => median([...numbers])

/**
 * Returns how far the median difference of a thing with itself may be from zero: the difference that was found, or half of
 * the 95 % interval of a median if that is larger (McGill, Tukey, Larsen: 1.57 interquartile ranges over the root of the
 * count).
 */
export const noiseOf = (differences: ReadonlyArray<number>): number =>
  Math.max(
    Math.abs(medianOf(differences)),
    (1.57 * interquartileRange([...differences])) / Math.sqrt(differences.length)
  )

/** Returns half of the 95 % interval of the median of repeated measurements. */
export const spreadOf = (numbers: ReadonlyArray<number>): number =>
  noiseOf(
    differencesOf(
      numbers,
      numbers.map(() => medianOf(numbers))
    )
  )
