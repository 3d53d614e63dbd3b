import type { ReadableStore } from "@tve-pass/entitlement/promise"
import { useEffect, useState } from "preact/hooks"

/** Returns the value of a store, and renders again when it changes. */
export const useStore = <Value>({ subscribe, getSnapshot }: ReadableStore<Value>): Value => {
  const [value, setValue] = useState(getSnapshot)
  useEffect(() => {
    const update = () => setValue(getSnapshot)
    update()
    return subscribe(update)
  }, [subscribe, getSnapshot])
  return value
}
