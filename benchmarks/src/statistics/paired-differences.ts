import { median, noiseFloorOf } from "./order-statistics.ts"

/** Two things whose difference is asked for. */
export interface Pair<Thing> {
  readonly name: string
  readonly thing: Thing
  readonly baseline: Thing
}

export interface PairedDifferences {
  /** Median over the rounds of thing minus baseline, by the name of the pair. */
  readonly differences: ReadonlyMap<string, number>
  /** The same of `nothing`, a thing and itself. */
  readonly noiseFloor: number
}

const nullPair = "nothing"

/**
 * Measures all pairs once a round, and a thing with itself. Each round begins with another pair, and with the other half
 * of each, so that what drifts hits all alike.
 */
export const pairedDifferences = async <Thing>(
  pairs: ReadonlyArray<Pair<Thing>>,
  nothing: Thing,
  measure: (thing: Thing) => Promise<number>,
  rounds: number
): Promise<PairedDifferences> => {
  const all = [...pairs, { name: nullPair, thing: nothing, baseline: nothing }]
  const found = new Map(all.map(({ name }) => [name, new Array<number>()]))
  for (let round = 0; round < rounds; round++) {
    const start = round % all.length
    for (const { name, thing, baseline } of [...all.slice(start), ...all.slice(0, start)]) {
      const thingFirst = round % 2 === 0
      const first = await measure(thingFirst ? thing : baseline)
      const second = await measure(thingFirst ? baseline : thing)
      found.get(name)?.push(thingFirst ? first - second : second - first)
    }
  }
  return {
    differences: new Map(pairs.map(({ name }) => [name, median(found.get(name) ?? [])])),
    noiseFloor: noiseFloorOf(found.get(nullPair) ?? [])
  }
}
