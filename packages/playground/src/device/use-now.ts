import { useEffect, useState } from "preact/hooks"
import { deviceClock } from "../clock/device-clock.ts"

/** Returns the device's time in milliseconds, renewed twice a real second. */
export const useNow = (): number => {
  const [now, setNow] = useState(deviceClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceClock.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
