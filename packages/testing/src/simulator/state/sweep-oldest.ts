/** Entries looked at in one sweep: more than one, so that a map from which nothing is taken otherwise shrinks. */
const sweepSize = 4

/**
 * Looks at the entries that were not touched for longest, drops those for which `isIdle` returns `true`, and puts the
 * others at the end. Called whenever something is added, it keeps idle state from piling up without a timer.
 */
export const sweepOldest = <Key, Value>(map: Map<Key, Value>, isIdle: (value: Value) => boolean): void => {
  let looked = 0
  for (const [key, value] of map) {
    if (looked === sweepSize) return
    looked += 1
    map.delete(key)
    if (!isIdle(value)) map.set(key, value)
  }
}
