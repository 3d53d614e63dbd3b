/** The number of entries that one sweep checks: more than one, so that the map can shrink. */
const sweepSize = 4

/**
 * Checks the least recently used entries: drops those for which `isIdle` returns `true`, and moves the others to the
 * end. It is called whenever an entry is added, so that idle state does not accumulate, without a timer.
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
