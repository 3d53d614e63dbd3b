import { useEffect, useState } from "preact/hooks"

/** Returns the time of a clock in milliseconds, renewed four times a real second. */
export const useNow = (clock: { readonly now: () => number }): number => {
  const [now, setNow] = useState(clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 250)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
