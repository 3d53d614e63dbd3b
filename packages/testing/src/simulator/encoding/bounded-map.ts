/** A map that drops its oldest entries beyond a limit. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined
  /** Sets an entry, which becomes the newest. */
  set(key: Key, value: Value): void
  /** Returns the value and removes it. */
  take(key: Key): Value | undefined
}

export const createBoundedMap = <Key, Value>(limit: number): BoundedMap<Key, Value> => {
  const entries = new Map<Key, Value>()
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.delete(key)
      entries.set(key, value)
      if (entries.size <= limit) return
      for (const oldest of entries.keys()) return void entries.delete(oldest)
    },
    take: (key) => {
      const value = entries.get(key)
      entries.delete(key)
      return value
    }
  }
}
